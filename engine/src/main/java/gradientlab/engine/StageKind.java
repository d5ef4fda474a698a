package gradientlab.engine;

import gradientlab.model.DrawnDenseLayer;
import gradientlab.model.DrawnOutputLayer;
import gradientlab.model.GroupNormalization;
import gradientlab.model.LossSoftmaxCrossEntropy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** The kinds of layers that the direct engine covers: which classes, with which settings, by which stage. */
enum StageKind {
    DENSE(
            List.of(DenseLayer.class, DrawnDenseLayer.class),
            layer -> dense((DenseLayer) layer),
            (place, layer) -> new DenseStage(place)),
    OUTPUT(
            List.of(OutputLayer.class, DrawnOutputLayer.class),
            layer -> output((OutputLayer) layer),
            (place, layer) -> new OutputStage(place)),
    NONLINEARITY(
            List.of(ActivationLayer.class),
            layer -> nonlinearity(((ActivationLayer) layer).getActivationFn()),
            (place, layer) -> new ElementwiseStage(
                    place,
                    ActivationKernels.of(((ActivationLayer) layer).getActivationFn())
                            .orElseThrow())),
    PRELU(List.of(PReLULayer.class), layer -> prelu((PReLULayer) layer), (place, layer) -> new PReluStage(place)),
    BATCH_NORM(
            List.of(BatchNormalization.class),
            layer -> batchNorm((BatchNormalization) layer),
            (place, layer) -> new BatchNormStage(place)),
    GROUP_NORM(
            List.of(GroupNormalization.class), layer -> Optional.empty(), (place, layer) -> new GroupNormStage(place));

    private final List<Class<? extends Layer>> classes;
    private final Function<Layer, Optional<String>> obstacle;
    private final BiFunction<LayerPlace, Layer, Stage> stage;

    StageKind(
            List<Class<? extends Layer>> classes,
            Function<Layer, Optional<String>> obstacle,
            BiFunction<LayerPlace, Layer, Stage> stage) {
        this.classes = classes;
        this.obstacle = obstacle;
        this.stage = stage;
    }

    /** The kind of a layer; a subclass of a covered class is not covered, since nobody knows what it changes. */
    static Optional<StageKind> of(Layer layer) {
        return Arrays.stream(values())
                .filter(kind -> kind.classes.contains(layer.getClass()))
                .findFirst();
    }

    /** What in the settings of a layer of this kind keeps the direct engine from it. */
    Optional<String> obstacle(Layer layer) {
        return obstacle.apply(layer);
    }

    Stage stage(LayerPlace place) {
        return stage.apply(place, place.layer());
    }

    private static Optional<String> dense(DenseLayer layer) {
        if (layer.hasLayerNorm()) {
            return Optional.of("it has DL4J's own layer norm");
        }
        return layer.getActivationFn() instanceof ActivationIdentity
                ? Optional.empty()
                : Optional.of("its nonlinearity is not a layer of its own");
    }

    private static Optional<String> output(OutputLayer layer) {
        boolean covered = layer.getLossFn() instanceof LossSoftmaxCrossEntropy
                && layer.getActivationFn() instanceof ActivationSoftmax
                && layer.hasBias();
        return covered ? Optional.empty() : Optional.of("it is not softmax with LossSoftmaxCrossEntropy and biases");
    }

    private static Optional<String> nonlinearity(IActivation activation) {
        return ActivationKernels.of(activation).isPresent()
                ? Optional.empty()
                : Optional.of("its nonlinearity " + activation + " is not one of ActivationFunction");
    }

    private static Optional<String> prelu(PReLULayer layer) {
        boolean perUnit = layer.getSharedAxes() == null || layer.getSharedAxes().length == 0;
        return perUnit ? Optional.empty() : Optional.of("its units share slopes");
    }

    private static Optional<String> batchNorm(BatchNormalization layer) {
        boolean covered = layer.isUseLogStd() && !layer.isLockGammaBeta();
        return covered
                ? Optional.empty()
                : Optional.of("its gamma and beta are locked or it keeps the variance itself");
    }
}
