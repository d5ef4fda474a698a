package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.parts.Losses;
import gradientlab.diagnostics.parts.UpdaterReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** Reads from the configuration of a network how it is trained. */
public final class TrainingReader {

    private TrainingReader() {}

    /** How a network is trained, with the values of its current iteration. */
    public static TrainingFacts of(MultiLayerNetwork network) {
        LayerTrainingReader reader =
                new LayerTrainingReader(new UpdaterReader(network.getIterationCount(), network.getEpochCount()));
        List<LayerTraining> layers = new ArrayList<>();
        for (int i = 0; i < network.getnLayers(); i++) {
            layers.add(reader.of(Layers.name(network.getLayer(i), "layer" + i), network.getLayer(i)));
        }
        var configuration = network.getLayerWiseConfigurations();
        boolean truncated = configuration.getBackpropType() == BackpropType.TruncatedBPTT;
        int last = network.getnLayers() - 1;
        return new TrainingFacts(
                List.of(output(layers.get(last).name(), network.getLayer(last))),
                layers,
                network.getLayer(last).conf().isMiniBatch(),
                network.getLayer(last).conf().isMinimize(),
                truncated ? configuration.getTbpttFwdLength() : 0,
                network.getIterationCount());
    }

    /** How a graph is trained, with the values of its current iteration. */
    public static TrainingFacts of(ComputationGraph graph) {
        LayerTrainingReader reader =
                new LayerTrainingReader(new UpdaterReader(graph.getIterationCount(), graph.getEpochCount()));
        List<LayerTraining> layers = new ArrayList<>();
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            if (vertex.hasLayer()) {
                layers.add(reader.of(vertex.getVertexName(), vertex.getLayer()));
            }
        }
        var configuration = graph.getConfiguration();
        boolean truncated = configuration.getBackpropType() == BackpropType.TruncatedBPTT;
        Optional<NeuralNetConfiguration> any = configuration.getNetworkOutputs().stream()
                .filter(output -> graph.getVertex(output).hasLayer())
                .map(output -> graph.getLayer(output).conf())
                .findFirst();
        return new TrainingFacts(
                configuration.getNetworkOutputs().stream()
                        .filter(output -> graph.getVertex(output).hasLayer())
                        .map(output -> output(output, graph.getLayer(output)))
                        .toList(),
                layers,
                any.map(NeuralNetConfiguration::isMiniBatch).orElse(true),
                any.map(NeuralNetConfiguration::isMinimize).orElse(true),
                truncated ? configuration.getTbpttFwdLength() : 0,
                graph.getIterationCount());
    }

    private static OutputFacts output(String name, Layer layer) {
        var conf = LayerTrainingReader.inner(layer.conf().getLayer());
        Optional<ILossFunction> loss = Losses.of(conf);
        return new OutputFacts(
                name,
                conf.getClass().getSimpleName(),
                activation(conf).map(TrainingReader::name).orElse(""),
                loss.map(function -> Losses.kind(function, activation(conf), units(conf)))
                        .orElse(LossKind.OTHER),
                loss.map(function -> function.getClass().getSimpleName()).orElse(""),
                loss.map(Losses::weighted).orElse(false),
                !(conf instanceof CenterLossOutputLayer),
                units(conf));
    }

    private static int units(org.deeplearning4j.nn.conf.layers.Layer conf) {
        return conf instanceof FeedForwardLayer layer ? (int) Math.max(0, layer.getNOut()) : 0;
    }

    private static Optional<IActivation> activation(org.deeplearning4j.nn.conf.layers.Layer conf) {
        if (conf instanceof BaseLayer base) {
            return Optional.ofNullable(base.getActivationFn());
        }
        return conf instanceof ActivationLayer layer ? Optional.ofNullable(layer.getActivationFn()) : Optional.empty();
    }

    /** ND4J's classes are called ActivationSoftmax and so on; of a stranger it is the whole name of the class. */
    private static String name(IActivation activation) {
        String name = activation.getClass().getSimpleName();
        return name.startsWith("Activation")
                ? name.substring("Activation".length()).toLowerCase(Locale.ROOT)
                : name;
    }
}
