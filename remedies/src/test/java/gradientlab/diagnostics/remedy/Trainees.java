package gradientlab.diagnostics.remedy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks of each kind, and batches that they can learn. */
final class Trainees {

    private static final int INPUTS = 4;
    private static final int STEPS_OF_A_SEQUENCE = 5;

    private Trainees() {}

    static NeuralNetConfiguration.Builder builder(IUpdater updater) {
        return new NeuralNetConfiguration.Builder().seed(7).updater(updater);
    }

    private static DenseLayer.Builder dense() {
        return new DenseLayer.Builder().name("dense").nOut(8).activation(Activation.TANH);
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MSE)
                .name("out")
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build();
    }

    static MultiLayerNetwork network(NeuralNetConfiguration.Builder builder) {
        MultiLayerNetwork network = new MultiLayerNetwork(builder.list()
                .layer(dense().build())
                .layer(output())
                .setInputType(InputType.feedForward(INPUTS))
                .build());
        network.init();
        return network;
    }

    static MultiLayerNetwork network(IUpdater updater) {
        return network(builder(updater));
    }

    static ComputationGraph graph(IUpdater updater) {
        ComputationGraph graph = new ComputationGraph(builder(updater)
                .graphBuilder()
                .addInputs("in")
                .addLayer("dense", dense().build(), "in")
                .addLayer("norm", new BatchNormalization(), "dense")
                .addLayer("out", output(), "norm")
                .setOutputs("out")
                .setInputTypes(InputType.feedForward(INPUTS))
                .build());
        graph.init();
        return graph;
    }

    static MultiLayerNetwork recurrent(IUpdater updater) {
        MultiLayerNetwork network = new MultiLayerNetwork(builder(updater)
                .list()
                .layer(new LSTM.Builder().name("lstm").nOut(6).build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                        .name("out")
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.recurrent(INPUTS))
                .build());
        network.init();
        return network;
    }

    /** The target is the sum of the features. */
    static List<Batch> batches(int count) {
        return IntStream.range(0, count)
                .mapToObj(seed -> {
                    INDArray features = random(seed, 16, INPUTS);
                    return Batch.of(new DataSet(features, features.sum(true, 1)));
                })
                .toList();
    }

    /** The same of sequences, the last steps of some of which are masked. */
    static List<Batch> sequences(int count) {
        return IntStream.range(0, count)
                .mapToObj(seed -> {
                    INDArray features = random(seed, 6, INPUTS, STEPS_OF_A_SEQUENCE);
                    INDArray mask = Nd4j.ones(6, STEPS_OF_A_SEQUENCE);
                    mask.putScalar(seed % 6, STEPS_OF_A_SEQUENCE - 1, 0);
                    return Batch.of(new DataSet(features, features.sum(true, 1), mask, mask.dup()));
                })
                .toList();
    }

    private static INDArray random(long seed, long... shape) {
        Random random = new Random(seed);
        float[] values = new float[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }

    static void train(Model network, List<Batch> batches) {
        batches.forEach(batch -> batch.fit(network));
    }

    static INDArray updaterState(Model network) {
        return network instanceof ComputationGraph graph
                ? graph.getUpdater().getStateViewArray()
                : ((MultiLayerNetwork) network).getUpdater().getStateViewArray();
    }
}
