package gradientlab.ui;

import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Two LSTM layers and an output that sees their last step alone, on random symbols whose label is the first one. */
public final class RecurrentTraining {
    public static final String LOWER = "lower";
    public static final String UPPER = "upper";

    private static final int BATCH = 16;
    private static final int UNITS = 24;
    private static final int SYMBOLS = 4;

    private final int steps;
    private final MultiLayerNetwork network;
    private final Random random = new Random(7);

    /** Trains on sequences of the given length; a low forget gate bias keeps the gates shut, and δ vanishes. */
    public RecurrentTraining(int steps, double lowerForgetBias, double upperForgetBias) {
        this.steps = steps;
        this.network = network(lowerForgetBias, upperForgetBias);
    }

    public MultiLayerNetwork net() {
        return network;
    }

    /** Trains for the given number of iterations, each on a new batch. */
    public void fit(int iterations, TrainingListener listener) {
        network.setListeners(listener);
        for (int i = 0; i < iterations; i++) {
            network.fit(nextBatch());
        }
    }

    DataSet nextBatch() {
        INDArray features = Nd4j.zeros(DataType.FLOAT, BATCH, SYMBOLS, steps);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, BATCH, SYMBOLS);
        for (int example = 0; example < BATCH; example++) {
            for (int t = 0; t < steps; t++) {
                int symbol = random.nextInt(SYMBOLS);
                features.putScalar(new int[] {example, symbol, t}, 1);
                if (t == 0) {
                    labels.putScalar(example, symbol, 1);
                }
            }
        }
        return new DataSet(features, labels);
    }

    private static MultiLayerNetwork network(double lower, double upper) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.1))
                .activation(Activation.TANH)
                .list()
                .layer(lstm(LOWER, lower).build())
                .layer(new LastTimeStep(lstm(UPPER, upper).build()))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .name("output")
                        .nOut(SYMBOLS)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(SYMBOLS))
                .build());
        network.init();
        return network;
    }

    private static LSTM.Builder lstm(String name, double forgetBias) {
        return new LSTM.Builder().name(name).nOut(UNITS).forgetGateBiasInit(forgetBias);
    }
}
