package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is said about the weights of a layer: how wide they are, how wide they should be. */
final class WeightScale {

    /** Weights this much wider than recommended are the likely cause. */
    private static final double TOLERANCE = 2;

    /** Weights this much narrower than recommended are the likely cause. */
    private static final double NARROW = 1.5;

    /** Layers that are named beside the first. */
    private static final int LISTED = 4;

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

    /** Whether the weights are so narrow that they shrink the gradient more than a healthy draw would. */
    static boolean tooNarrow(Observation observation, String layer, ActivationFunction f) {
        return rms(observation, layer) < recommended(observation, layer, f) / NARROW;
    }

    static boolean tooWide(Observation observation, String layer, ActivationFunction f) {
        return rms(observation, layer) > TOLERANCE * recommended(observation, layer, f);
    }

    /** The layer whose weights are wider than recommended by the largest factor; empty where none is too wide. */
    static Optional<LayerFacts> widest(RuleContext run, Observation seen) {
        return run.structure().layers().stream()
                .filter(layer -> tooWide(seen, layer.name(), run.structure().nonlinearityOf(layer)))
                .max(Comparator.comparingDouble(layer -> rms(seen, layer.name())
                        / recommended(seen, layer.name(), run.structure().nonlinearityOf(layer))));
    }

    /** To draw the weights of a layer that are too wide with gain / √fan-in, and those of others that are as well. */
    static Advice narrower(RuleContext run, Observation seen, String layer) {
        List<String> others = run.structure().layers().stream()
                .filter(other -> !other.name().equals(layer)
                        && tooWide(seen, other.name(), run.structure().nonlinearityOf(other)))
                .map(LayerFacts::name)
                .toList();
        if (others.isEmpty()) {
            return scale(Message.of("weights-too-wide.cause", layer), run, seen, layer, others);
        }
        Message cause = Message.of("weights-too-wide.cause.several", layer, list(others));
        return scale(cause, run, seen, layer, others);
    }

    /** To draw the weights of a layer with gain / √fan-in, and those of others likewise, for a cause. */
    static Advice scale(Message cause, RuleContext run, Observation seen, String layer, List<String> others) {
        Advice alone = scale(cause, seen, layer, nonlinearity(run, layer));
        if (others.isEmpty()) {
            return alone;
        }
        List<String> arguments = new ArrayList<>(alone.remedy().arguments());
        arguments.add(list(others));
        List<Remedy> likewise = others.stream()
                .map(other -> Remedy.scaleWeights(
                        other, recommended(seen, other, nonlinearity(run, other)), rms(seen, other)))
                .toList();
        return new Advice(
                cause,
                new Message("weights-scale.remedy.several", arguments),
                alone.change().with(likewise));
    }

    /** What follows the weights of a layer; the identity where nothing is known of it. */
    static ActivationFunction nonlinearity(RuleContext run, String layer) {
        return run.structure().layer(layer).map(run.structure()::nonlinearityOf).orElse(ActivationFunction.IDENTITY);
    }

    /** Names of layers in a sentence; of many the first two and the last. */
    static String list(List<String> names) {
        return names.size() <= LISTED
                ? String.join(", ", names)
                : names.get(0) + ", " + names.get(1) + ", …, " + names.get(names.size() - 1);
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
