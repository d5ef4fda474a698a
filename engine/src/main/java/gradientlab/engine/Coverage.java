package gradientlab.engine;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Says what keeps the direct engine from training a network. */
final class Coverage {

    private Coverage() {}

    /** The first obstacle as half a sentence; empty if there is none. */
    static Optional<String> obstacle(MultiLayerNetwork network) {
        return ofPass(network).or(() -> UpdateBlocks.obstacle(network));
    }

    static Optional<String> obstacle(ComputationGraph graph) {
        List<Link> links = Links.of(graph).orElse(List.of());
        List<Layer> layers = links.stream()
                .filter(Link.OfLayer.class::isInstance)
                .map(link -> ((Link.OfLayer) link).layer())
                .toList();
        boolean chain = !layers.isEmpty()
                && links.get(0) instanceof Link.OfLayer
                && links.get(links.size() - 1) instanceof Link.OfLayer;
        return chain
                ? ofBackend(graph.params())
                        .or(() -> ofTraining(graph.getConfiguration().getBackpropType(), layers))
                        .or(() -> ofLayers(layers))
                        .or(() -> UpdateBlocks.obstacle(graph.getUpdater()))
                : Optional.of("it is no chain of layers with identity skips between them");
    }

    /** The same where nothing is updated, so that the network's updater, which it may not have yet, is not asked for. */
    static Optional<String> ofPass(MultiLayerNetwork network) {
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        List<Layer> layers = List.of(network.getLayers());
        boolean reshapes = !configuration.getInputPreProcessors().isEmpty();
        return ofBackend(network.params())
                .or(() -> ofTraining(configuration.getBackpropType(), layers))
                .or(() -> reshapes ? Optional.of("it reshapes data between layers") : Optional.empty())
                .or(() -> ofLayers(layers));
    }

    private static Optional<String> ofBackend(INDArray parameters) {
        String backend = Nd4j.getExecutioner().getEnvironmentInformation().getProperty("backend");
        if (!"CPU".equalsIgnoreCase(backend)) {
            return Optional.of("the backend is " + backend + ", not the CPU");
        }
        DataType type = parameters.dataType();
        return type == DataType.FLOAT ? Optional.empty() : Optional.of("its parameters are " + type + ", not FLOAT");
    }

    private static Optional<String> ofTraining(BackpropType type, List<Layer> layers) {
        if (type != BackpropType.Standard) {
            return Optional.of("its back-propagation is " + type);
        }
        NeuralNetConfiguration first = layers.get(0).conf();
        boolean byMinibatches =
                first.getOptimizationAlgo() == OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT && first.isMiniBatch();
        return byMinibatches ? Optional.empty() : Optional.of("it is not trained by minibatch gradient descent");
    }

    private static Optional<String> ofLayers(List<Layer> layers) {
        return layers.stream()
                .map(Coverage::ofLayer)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> ofOutputPlace(layers));
    }

    private static Optional<String> ofLayer(Layer trained) {
        var layer = trained.conf().getLayer();
        String name = "layer '" + layer.getLayerName() + "': ";
        Optional<StageKind> kind = StageKind.of(layer);
        if (kind.isEmpty()) {
            return Optional.of(
                    name + "there is no direct form of " + layer.getClass().getSimpleName());
        }
        return kind.get().obstacle(layer).or(() -> ofExtras(trained)).map(name::concat);
    }

    private static Optional<String> ofExtras(Layer trained) {
        var layer = trained.conf().getLayer();
        if (layer.getIDropout() != null || isNotEmpty(layer.getConstraints())) {
            return Optional.of("it has dropout or constraints");
        }
        if (layer instanceof BaseLayer base && (hasClipping(base) || base.getWeightNoise() != null)) {
            return Optional.of("it normalises its gradient or has weight noise");
        }
        boolean regularised = trained.paramTable() != null
                && trained.paramTable().keySet().stream()
                        .anyMatch(name -> isNotEmpty(layer.getRegularizationByParam(name)));
        return regularised ? Optional.of("it has weight decay or another regularisation") : Optional.empty();
    }

    private static boolean hasClipping(BaseLayer layer) {
        return layer.getGradientNormalization() != null
                && layer.getGradientNormalization() != GradientNormalization.None;
    }

    private static Optional<String> ofOutputPlace(List<Layer> layers) {
        int last = layers.size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean output = StageKind.of(layers.get(i).conf().getLayer()).orElseThrow() == StageKind.OUTPUT;
            if (output != (i == last)) {
                return Optional.of("its output layer is not its last layer");
            }
        }
        return Optional.empty();
    }

    private static boolean isNotEmpty(List<?> list) {
        return list != null && !list.isEmpty();
    }
}
