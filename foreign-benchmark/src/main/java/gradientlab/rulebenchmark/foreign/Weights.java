package gradientlab.rulebenchmark.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Which parameters of a fresh network, and what becomes of them. */
enum Weights {
    /** Of the hidden layers. */
    HIDDEN,
    /** Of the last layer with weights. */
    OUTPUT,
    /** Of all layers. */
    ALL;

    private static final Set<String> MATRICES = Set.of("W", "RW", "pW", "dW");
    private static final Set<String> RECURRENT = Set.of("RW");
    private static final Set<String> BIASES = Set.of("b");

    /** Multiplies the weights, recurrent ones included. */
    Consumer<Model> times(double factor) {
        return each(MATRICES, (key, w) -> w.muli(factor));
    }

    /** Multiplies the recurrent weights alone. */
    Consumer<Model> recurrentTimes(double factor) {
        return each(RECURRENT, (key, w) -> w.muli(factor));
    }

    /** Sets all weights to a constant. */
    Consumer<Model> constant(double value) {
        return each(MATRICES, (key, w) -> w.assign(value));
    }

    /** Sets the biases. */
    Consumer<Model> bias(double value) {
        return each(BIASES, (key, b) -> b.assign(value));
    }

    /** Sets the bias of an LSTM's forget gate, which is the second quarter. */
    static Consumer<Model> forgetBias(double value) {
        return HIDDEN.each(BIASES, (key, b) -> {
            long units = b.length() / 4;
            b.get(NDArrayIndex.all(), NDArrayIndex.interval(units, 2 * units)).assign(value);
        });
    }

    private Consumer<Model> each(Set<String> keys, BiConsumer<String, INDArray> change) {
        return model -> chosen(model)
                .forEach(layer -> layer.paramTable().forEach((key, value) -> {
                    if (keys.contains(key)) {
                        change.accept(key, value);
                    }
                }));
    }

    private List<Layer> chosen(Model model) {
        List<Layer> weighted = Arrays.stream(layers(model))
                .filter(layer -> hasWeights(layer.paramTable()))
                .toList();
        int last = weighted.size() - 1;
        return switch (this) {
            case HIDDEN -> weighted.subList(0, last);
            case OUTPUT -> weighted.subList(last, last + 1);
            case ALL -> weighted;
        };
    }

    private static boolean hasWeights(Map<String, INDArray> parameters) {
        return parameters != null && parameters.containsKey("W");
    }

    static Layer[] layers(Model model) {
        return model instanceof ComputationGraph graph ? graph.getLayers() : ((MultiLayerNetwork) model).getLayers();
    }

    /** The same network with all but its output frozen. */
    static Model frozen(Model model) {
        if (model instanceof ComputationGraph graph) {
            String output = graph.getConfiguration().getNetworkOutputs().get(0);
            String before =
                    graph.getConfiguration().getVertexInputs().get(output).get(0);
            return new TransferLearning.GraphBuilder(graph)
                    .setFeatureExtractor(before)
                    .build();
        }
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        return new TransferLearning.Builder(network)
                .setFeatureExtractor(network.getnLayers() - 2)
                .build();
    }
}
