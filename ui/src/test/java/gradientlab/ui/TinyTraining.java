package gradientlab.ui;

import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A 6-5-4-3 MLP on random batches, each different from the last, so that every iteration has values of its own. */
final class TinyTraining {
    static final int BATCH = 8;
    static final int INPUTS = 6;
    static final int CLASSES = 3;

    private final MultiLayerNetwork network = network();
    private final Random random = new Random(7);

    TinyTraining(TrainingListener... listeners) {
        network.setListeners(listeners);
    }

    MultiLayerNetwork net() {
        return network;
    }

    void fit(int iterations) {
        for (int i = 0; i < iterations; i++) {
            network.fit(nextBatch());
        }
    }

    DataSet nextBatch() {
        return new DataSet(inputs(), labels());
    }

    private INDArray inputs() {
        float[] values = new float[BATCH * INPUTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(BATCH, INPUTS);
    }

    private INDArray labels() {
        float[] oneHot = new float[BATCH * CLASSES];
        for (int row = 0; row < BATCH; row++) {
            oneHot[row * CLASSES + random.nextInt(CLASSES)] = 1;
        }
        return Nd4j.createFromArray(oneHot).reshape(BATCH, CLASSES);
    }

    private static MultiLayerNetwork network() {
        var configuration = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.1))
                .activation(Activation.TANH)
                .list()
                .layer(new DenseLayer.Builder().nIn(INPUTS).nOut(5).build())
                .layer(new DenseLayer.Builder().nIn(5).nOut(4).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(4)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
        var network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }
}
