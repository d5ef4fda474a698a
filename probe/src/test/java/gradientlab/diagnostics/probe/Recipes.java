package gradientlab.diagnostics.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.provider.Arguments;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** The networks on which measuring has to be invisible: optimisers with and without batch norm and dropout. */
final class Recipes {

    private Recipes() {}

    static Stream<Arguments> all() {
        return Stream.of(new Sgd(0.1), new Adam(0.01))
                .flatMap(updater -> Stream.of(false, true)
                        .flatMap(norm -> Stream.of(false, true).map(dropout -> Arguments.of(updater, norm, dropout))));
    }

    static Stream<Arguments> two() {
        return Stream.of(Arguments.of(new Sgd(0.1), false, false), Arguments.of(new Adam(0.01), true, true));
    }

    private static NeuralNetConfiguration.Builder builder(IUpdater updater, boolean dropout) {
        NeuralNetConfiguration.Builder builder = Nets.builder(DataType.FLOAT).updater(updater);
        return dropout ? builder.dropOut(0.8) : builder;
    }

    static MultiLayerNetwork network(IUpdater updater, boolean norm, boolean dropout) {
        List<Layer> layers = new ArrayList<>();
        for (int hidden = 0; hidden < 2; hidden++) {
            layers.add(Nets.dense(8, norm ? Activation.IDENTITY : Activation.TANH));
            if (norm) {
                layers.add(Nets.norm());
                layers.add(Nets.activation(new ActivationTanH()));
            }
        }
        layers.add(Nets.softmax());
        return Nets.of(builder(updater, dropout), InputType.feedForward(Nets.INPUTS), layers);
    }

    static ComputationGraph graph(IUpdater updater, boolean norm, boolean dropout) {
        ComputationGraphConfiguration.GraphBuilder graph = builder(updater, dropout)
                .graphBuilder()
                .addInputs("in")
                .addLayer("first", Nets.dense(8, Activation.TANH), "in")
                .addLayer("inner", norm ? Nets.norm() : Nets.dense(8, Activation.RELU), "first")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "inner")
                .addLayer("out", Nets.softmax(), "sum")
                .setOutputs("out")
                .setInputTypes(InputType.feedForward(Nets.INPUTS));
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        return network;
    }
}
