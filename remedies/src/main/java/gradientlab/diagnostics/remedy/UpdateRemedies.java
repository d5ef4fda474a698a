package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.change.Remedy.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Makes the change of a {@link Remedy} that is about the updates, in the configurations of layers: a network has to be built
 * of them afterwards.
 *
 * <p>{@link Kind#MULTIPLY_LEARNING_RATE}, {@link Kind#WARM_UP}, {@link Kind#REGULARISE_LESS}, {@link Kind#CLIP_LESS}.
 */
public final class UpdateRemedies {

    private static final Map<Kind, Row> ROWS = rows();

    /** Changes configurations; false where there is nothing to change. */
    private interface Change {
        boolean of(List<Layer> layers, Remedy remedy);
    }

    /** @param possible whether the remedy says everything that the change needs */
    private record Row(Predicate<Remedy> possible, Change change) {}

    private UpdateRemedies() {}

    private static Map<Kind, Row> rows() {
        Map<Kind, Row> rows = new EnumMap<>(Kind.class);
        rows.put(
                Kind.MULTIPLY_LEARNING_RATE,
                new Row(to -> to.number("factor") > 0, (layers, to) -> rate(layers, to.number("factor"), 1)));
        rows.put(
                Kind.WARM_UP,
                new Row(to -> to.number("iterations") > 1, (layers, to) -> rate(layers, 1, to.number("iterations"))));
        rows.put(
                Kind.REGULARISE_LESS,
                new Row(to -> to.number("factor") >= 0 || to.number("kept") > 0, UpdateRemedies::regularise));
        rows.put(Kind.CLIP_LESS, new Row(to -> true, (layers, to) -> unclip(layers)));
        return rows;
    }

    /** Whether it is a remedy about the updates that says everything which the change needs. */
    public static boolean applicable(Remedy remedy) {
        Row row = ROWS.get(remedy.kind());
        return row != null && row.possible.test(remedy);
    }

    /**
     * Changes the configurations in place.
     *
     * @return whether the remedy is {@link #applicable} and changed anything
     */
    static boolean apply(Remedy remedy, List<Layer> layers) {
        return applicable(remedy) && ROWS.get(remedy.kind()).change.of(layers, remedy);
    }

    /** Layers may share an updater, which is changed once. One that learns and cannot be changed spoils the comparison. */
    private static boolean rate(List<Layer> layers, double factor, double iterations) {
        boolean strange = layers.stream()
                .anyMatch(layer ->
                        !(layer instanceof BaseLayer) && layer.initializer().numParams(layer) > 0);
        Set<IUpdater> updaters = Collections.newSetFromMap(new IdentityHashMap<>());
        weighted(layers)
                .flatMap(layer ->
                        Stream.of(layer.getIUpdater(), layer.getBiasUpdater()).filter(Objects::nonNull))
                .filter(IUpdater::hasLearningRate)
                .forEach(updaters::add);
        if (strange || updaters.isEmpty()) {
            return false;
        }
        updaters.forEach(updater -> ChangedSchedule.change(updater, factor, iterations));
        return true;
    }

    private static boolean regularise(List<Layer> layers, Remedy remedy) {
        double kept = remedy.number("kept");
        return kept > 0
                ? layers.stream().filter(layer -> LessNoise.keep(layer, kept)).toList().stream()
                        .anyMatch(layer -> remedy.layer().equals(layer.getLayerName()))
                : weighted(layers)
                                .filter(layer -> LessNoise.scale(layer, remedy.number("factor")))
                                .count()
                        > 0;
    }

    /** The threshold to raise it to is not known: no clipping is what a high one comes to. */
    private static boolean unclip(List<Layer> layers) {
        List<BaseLayer> clipped = weighted(layers)
                .filter(layer -> layer.getGradientNormalization() != null
                        && layer.getGradientNormalization().name().startsWith("Clip"))
                .toList();
        clipped.forEach(layer -> layer.setGradientNormalization(GradientNormalization.None));
        return !clipped.isEmpty();
    }

    private static Stream<BaseLayer> weighted(List<Layer> layers) {
        return layers.stream().filter(BaseLayer.class::isInstance).map(BaseLayer.class::cast);
    }
}
