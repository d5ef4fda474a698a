package gradientlab.engine;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Says what keeps the direct engine from training a network. */
final class Coverage {

    private Coverage() {}

    /** The first obstacle as half a sentence; empty if there is none. */
    static Optional<String> obstacle(MultiLayerNetwork network) {
        return ofPass(network).or(() -> UpdateBlocks.obstacle(network));
    }

    /** The same where nothing is updated, so that the network's updater, which it may not have yet, is not asked for. */
    static Optional<String> ofPass(MultiLayerNetwork network) {
        Optional<String> place = ofBackend(network).or(() -> ofNetwork(network.getLayerWiseConfigurations()));
        if (place.isPresent()) {
            return place;
        }
        for (int i = 0; i < network.getnLayers(); i++) {
            Optional<String> found = ofLayer(network, i);
            if (found.isPresent()) {
                return found;
            }
        }
        return ofOutputPlace(network);
    }

    private static Optional<String> ofBackend(MultiLayerNetwork network) {
        String backend = Nd4j.getExecutioner().getEnvironmentInformation().getProperty("backend");
        if (!"CPU".equalsIgnoreCase(backend)) {
            return Optional.of("the backend is " + backend + ", not the CPU");
        }
        DataType type = network.params().dataType();
        return type == DataType.FLOAT ? Optional.empty() : Optional.of("its parameters are " + type + ", not FLOAT");
    }

    private static Optional<String> ofNetwork(MultiLayerConfiguration configuration) {
        if (configuration.getBackpropType() != BackpropType.Standard) {
            return Optional.of("its back-propagation is " + configuration.getBackpropType());
        }
        NeuralNetConfiguration first = configuration.getConf(0);
        if (first.getOptimizationAlgo() != OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT || !first.isMiniBatch()) {
            return Optional.of("it is not trained by minibatch gradient descent");
        }
        boolean reshapes = !configuration.getInputPreProcessors().isEmpty();
        return reshapes ? Optional.of("it reshapes data between layers") : Optional.empty();
    }

    private static Optional<String> ofLayer(MultiLayerNetwork network, int index) {
        Layer layer = network.getLayer(index).conf().getLayer();
        String name = "layer '" + layer.getLayerName() + "': ";
        Optional<StageKind> kind = StageKind.of(layer);
        if (kind.isEmpty()) {
            return Optional.of(
                    name + "there is no direct form of " + layer.getClass().getSimpleName());
        }
        return kind.get()
                .obstacle(layer)
                .or(() -> ofExtras(network, index, layer))
                .map(name::concat);
    }

    private static Optional<String> ofExtras(MultiLayerNetwork network, int index, Layer layer) {
        if (layer.getIDropout() != null || isNotEmpty(layer.getConstraints())) {
            return Optional.of("it has dropout or constraints");
        }
        if (layer instanceof BaseLayer base && (hasClipping(base) || base.getWeightNoise() != null)) {
            return Optional.of("it normalises its gradient or has weight noise");
        }
        boolean regularised = network.getLayer(index).paramTable() != null
                && network.getLayer(index).paramTable().keySet().stream()
                        .anyMatch(name -> isNotEmpty(layer.getRegularizationByParam(name)));
        return regularised ? Optional.of("it has weight decay or another regularisation") : Optional.empty();
    }

    private static boolean hasClipping(BaseLayer layer) {
        return layer.getGradientNormalization() != null
                && layer.getGradientNormalization() != GradientNormalization.None;
    }

    private static Optional<String> ofOutputPlace(MultiLayerNetwork network) {
        int last = network.getnLayers() - 1;
        for (int i = 0; i <= last; i++) {
            boolean output = StageKind.of(network.getLayer(i).conf().getLayer()).orElseThrow() == StageKind.OUTPUT;
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
