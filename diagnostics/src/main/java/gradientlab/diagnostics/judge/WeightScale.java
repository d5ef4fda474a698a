package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.ParameterSnapshot;
import java.util.Optional;

/** What is said about the weights of a layer: how wide they are, how wide they should be. */
final class WeightScale {

    /** Weights this much wider than recommended are the likely cause. */
    private static final double TOLERANCE = 2;

    private WeightScale() {}

    /** Root mean square of W; NaN without weights. */
    static double rms(Observation observation, String layer) {
        return rms(observation, layer, "W");
    }

    /** Root mean square of a parameter; NaN without it. */
    static double rms(Observation observation, String layer, String parameter) {
        return RuleContext.parameter(observation, layer, parameter)
                .map(w -> Arithmetic.rms(w.values().statistics()))
                .orElse(Double.NaN);
    }

    /** Inputs of one unit: what the probe read, or entries of W per unit where it did not; NaN without weights. */
    static double fanIn(Observation observation, String layer) {
        Optional<ParameterSnapshot> weights = RuleContext.parameter(observation, layer, "W");
        int units = observation.measured(layer).map(l -> l.units()).orElse(0);
        double read = weights.map(ParameterSnapshot::fanIn).orElse(Double.NaN);
        if (!Double.isNaN(read)) {
            return read;
        }
        return weights.isEmpty() || units == 0
                ? Double.NaN
                : (double) weights.get().values().statistics().total() / units;
    }

    /** gain / √fan-in. */
    static double recommended(Observation observation, String layer, ActivationFunction f) {
        return f.gain() / Math.sqrt(fanIn(observation, layer));
    }

    /** Whether the layer was measured with weights of its own. */
    static boolean has(RuleContext run, LayerFacts layer) {
        return run.first()
                .flatMap(seen -> RuleContext.parameter(seen, layer.name(), "W"))
                .isPresent();
    }

    static boolean tooWide(Observation observation, String layer, ActivationFunction f) {
        return rms(observation, layer) > TOLERANCE * recommended(observation, layer, f);
    }

    /** To draw the weights with gain / √fan-in, for a cause. */
    static Advice scale(Message cause, Observation observation, String layer, ActivationFunction f) {
        double std = recommended(observation, layer, f);
        double from = rms(observation, layer);
        return new Advice(
                cause,
                Message.of(
                        "weights-scale.remedy",
                        layer,
                        EvidenceText.text(std),
                        EvidenceText.text(f.gain()),
                        String.valueOf(Math.round(fanIn(observation, layer))),
                        EvidenceText.text(from)),
                Remedy.scaleWeights(layer, std, from));
    }

    /** Root mean square of the bias; 0 without one. */
    static double biasRms(Observation observation, String layer) {
        return RuleContext.parameter(observation, layer, "b")
                .map(b -> Arithmetic.rms(b.values().statistics()))
                .orElse(0.0);
    }
}
