package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.facts.Clipping;
import gradientlab.diagnostics.facts.ClippingKind;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.Noise;
import gradientlab.diagnostics.facts.UpdaterFacts;
import gradientlab.diagnostics.parts.NoiseReader;
import gradientlab.diagnostics.parts.UpdaterReader;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads how one layer is trained; wrappers are read as what they wrap. */
record LayerTrainingReader(UpdaterReader values) {

    private static final Logger log = LoggerFactory.getLogger(LayerTrainingReader.class);

    private static final Map<GradientNormalization, ClippingKind> CLIPPINGS = Map.of(
            GradientNormalization.RenormalizeL2PerLayer, ClippingKind.RENORMALIZE_PER_LAYER,
            GradientNormalization.RenormalizeL2PerParamType, ClippingKind.RENORMALIZE_PER_PARAMETER,
            GradientNormalization.ClipElementWiseAbsoluteValue, ClippingKind.CLIP_VALUES,
            GradientNormalization.ClipL2PerLayer, ClippingKind.CLIP_PER_LAYER,
            GradientNormalization.ClipL2PerParamType, ClippingKind.CLIP_PER_PARAMETER);

    /** A layer that refuses to be asked, as a foreign one may, is unknown. */
    LayerTraining of(String name, org.deeplearning4j.nn.api.Layer layer) {
        Layer conf = inner(layer.conf().getLayer());
        try {
            return read(name, layer, conf);
        } catch (RuntimeException e) {
            log.debug("How the layer {} is trained cannot be read.", name, e);
            return LayerTraining.unknown(name, conf.getClass().getSimpleName(), layer.numParams());
        }
    }

    private LayerTraining read(String name, org.deeplearning4j.nn.api.Layer layer, Layer conf) {
        List<String> learned = conf.initializer().paramKeys(conf).stream()
                .filter(key -> !UpdateRatios.runningStatistic(key))
                .toList();
        List<String> weights = conf.initializer().weightKeys(conf);
        String main = weights.isEmpty() ? learned.isEmpty() ? null : learned.get(0) : weights.get(0);
        UpdaterFacts updater = main == null ? UpdaterFacts.UNKNOWN : values.updater(conf.getUpdaterByParam(main));
        boolean idle = !learned.isEmpty()
                && learned.stream()
                        .allMatch(key ->
                                values.updater(conf.getUpdaterByParam(key)).idle());
        NoiseReader noise = new NoiseReader(values);
        return new LayerTraining(
                name,
                conf.getClass().getSimpleName(),
                layer.numParams(),
                names(layer.conf().getLayer(), weights),
                frozen(layer) || idle,
                updater,
                values.penalty(main == null ? List.of() : conf.getRegularizationByParam(main), updater.rate()),
                noise.dropout(conf.getIDropout()),
                conf instanceof BaseLayer base ? noise.weightNoise(base.getWeightNoise()) : Noise.NONE,
                conf instanceof BaseLayer base ? clipping(base) : Clipping.NONE,
                conf instanceof BatchNormalization norm ? norm.getDecay() : Double.NaN);
    }

    /** Both halves of a bidirectional layer have weights, under names of their own. */
    private static List<String> names(Layer outer, List<String> inner) {
        return outer instanceof Bidirectional ? outer.initializer().weightKeys(outer) : inner;
    }

    private static boolean frozen(org.deeplearning4j.nn.api.Layer layer) {
        return layer instanceof org.deeplearning4j.nn.layers.FrozenLayer || layer instanceof FrozenLayerWithBackprop;
    }

    private static Clipping clipping(BaseLayer layer) {
        ClippingKind kind = layer.getGradientNormalization() == null
                ? ClippingKind.NONE
                : CLIPPINGS.getOrDefault(layer.getGradientNormalization(), ClippingKind.NONE);
        return switch (kind) {
            case NONE -> Clipping.NONE;
            case RENORMALIZE_PER_LAYER, RENORMALIZE_PER_PARAMETER -> new Clipping(kind, Double.NaN);
            default -> new Clipping(kind, layer.getGradientNormalizationThreshold());
        };
    }

    /** What a frozen layer or another wrapper wraps; of a bidirectional one the forward half. */
    static Layer inner(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return inner(frozen.getLayer());
        } else if (layer instanceof BaseWrapperLayer wrapper) {
            return inner(wrapper.getUnderlying());
        }
        return layer instanceof Bidirectional both ? inner(both.getFwd()) : layer;
    }
}
