package gradientlab.ui;

import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Four times Dense, BatchNormalization and activation, and an output: thirteen layers; and one batch that is not finite. */
final class DeepTraining {
    private static final int BATCH = 8;
    private static final int UNITS = 5;
    private static final int CLASSES = 3;

    private final MultiLayerNetwork network = network();
    private final Random random = new Random(7);

    DeepTraining(TrainingListener... listeners) {
        network.setListeners(listeners);
    }

    void fit(int iterations) {
        for (int i = 0; i < iterations; i++) {
            network.fit(inputs(), labels());
        }
    }

    /** One iteration with a NaN among the inputs, after which every weight is NaN. */
    void fitNaN() {
        network.fit(inputs().putScalar(0, 0, Float.NaN), labels());
    }

    private INDArray inputs() {
        float[] values = new float[BATCH * UNITS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(BATCH, UNITS);
    }

    private INDArray labels() {
        INDArray oneHot = Nd4j.zeros(BATCH, CLASSES);
        for (int row = 0; row < BATCH; row++) {
            oneHot.putScalar(row, random.nextInt(CLASSES), 1);
        }
        return oneHot;
    }

    private static MultiLayerNetwork network() {
        var layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.05))
                .activation(Activation.IDENTITY)
                .list();
        for (int i = 0; i < 4; i++) {
            layers.layer(new DenseLayer.Builder().nIn(UNITS).nOut(UNITS).build());
            layers.layer(new BatchNormalization.Builder().nIn(UNITS).nOut(UNITS).build());
            layers.layer(
                    new ActivationLayer.Builder().activation(Activation.TANH).build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(UNITS)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build());
        var network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }
}
