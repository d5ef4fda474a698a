package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import java.util.Comparator;
import java.util.Optional;

/** The output layer of a fresh classifier, which should be undecided. */
final class OutputLayer {

    /** What its weights are drawn with so that the logits start near 0: Karpathy, makemore part 3. */
    private static final double SMALL_STD = 0.01;
    /** Weights this much wider than 1 / √fan-in are the likely cause. */
    private static final double TOLERANCE = 3;

    /** A bias that makes this share of the logits' standard deviation is what widens them. */
    private static final double SHARE_OF_LOGITS = 0.5;

    /** Hidden biases start at 0, at most at 1. */
    private static final double LARGE_BIAS = 3;

    private OutputLayer() {}

    /** The layer with the weights that make the logits; empty without an output layer. */
    static String name(RuleContext run) {
        Optional<LayerFacts> output = run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.OUTPUT)
                .findFirst();
        return output.flatMap(layer -> run.structure().weightsOf(layer).filter(w -> WeightScale.has(run, w)))
                .or(() -> output)
                .map(LayerFacts::name)
                .orElse("");
    }

    /** Whether there are weights below: without any the loss is convex, and where it starts does no harm. */
    static boolean hasHiddenWeights(RuleContext run) {
        String output = name(run);
        return run.structure().layers().stream()
                .anyMatch(layer -> !layer.name().equals(output) && WeightScale.has(run, layer));
    }

    static NetworkSnapshot network(Observation seen) {
        return seen.snapshot().network();
    }

    /** Why the logits are too wide: wide weights, a large bias, or a wide input of the layer. */
    static Advice tooWide(RuleContext run, Observation seen) {
        if (run.found(Rule.INPUT_NOT_SCALED)) {
            return InputNotScaled.advice(run);
        }
        return GrowingNonlinearity.of(run, seen).orElseGet(() -> byParameters(run, seen));
    }

    private static Advice byParameters(RuleContext run, Observation seen) {
        String output = name(run);
        double weights = WeightScale.rms(seen, output);
        double bias = WeightScale.biasRms(seen, output);
        double recommended = WeightScale.recommended(seen, output, ActivationFunction.IDENTITY);
        Optional<LayerFacts> widest = WeightScale.widest(run, seen);
        boolean hidden = widest.isPresent() && !widest.get().name().equals(output);
        if (Double.isNaN(weights) || (weights > TOLERANCE * recommended && !hidden)) {
            return narrower(
                    Message.of("output-weights-too-wide.cause"), "output-weights-too-wide.remedy", output, weights);
        }
        Optional<LayerFacts> biased = run.structure().layers().stream()
                .filter(layer -> WeightScale.biasRms(seen, layer.name()) > LARGE_BIAS)
                .max(Comparator.comparingDouble(layer -> WeightScale.biasRms(seen, layer.name())))
                .filter(layer -> !layer.name().equals(output));
        if (biased.isPresent()) {
            return SaturationCause.bias(run, seen, biased.get().name());
        }
        if (bias > SHARE_OF_LOGITS * network(seen).logits().statistics().std()) {
            return new Advice(
                    Message.of("output-bias-too-large.cause"),
                    Message.of("bias-too-large.remedy", output, EvidenceText.text(bias)),
                    Remedy.zeroBias(output, bias));
        }
        return WeightScale.widest(run, seen)
                .filter(layer -> !layer.name().equals(output))
                .map(layer -> WeightScale.narrower(run, seen, layer.name()))
                .orElseGet(() -> narrower(
                        Message.of("output-input-too-wide.cause"), "output-input-too-wide.remedy", output, weights));
    }

    private static Advice narrower(Message cause, String remedy, String output, double weights) {
        return new Advice(
                cause,
                Message.of(remedy, output, String.valueOf(SMALL_STD), EvidenceText.text(weights)),
                Remedy.scaleWeights(output, SMALL_STD, weights));
    }
}
