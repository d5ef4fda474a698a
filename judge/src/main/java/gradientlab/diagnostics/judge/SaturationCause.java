package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import java.util.List;
import java.util.Optional;

/** Why the z of a layer lie where its nonlinearity is flat. */
final class SaturationCause {

    /** Standard deviation of z from which a nonlinearity with slopes around 0 is left behind. */
    private static final double WIDE = 1.5;

    private SaturationCause() {}

    static Advice of(RuleContext run, Observation seen, LayerFacts layer) {
        if (run.found(Rule.INPUT_NOT_SCALED)) {
            return InputNotScaled.advice(run);
        }
        if (run.isFirst(seen)) {
            return atStart(run, seen, layer);
        }
        Observation first = run.observations().get(0);
        Optional<String> weights = run.structure().weightsOf(layer).map(LayerFacts::name);
        // Weights that were drawn too wide are the cause, however late the layer gives in.
        return weights.isPresent() && WeightScale.tooWide(first, weights.get(), layer.nonlinearity())
                ? WeightScale.narrower(run, first, weights.get())
                : TrainingCause.of(run, seen);
    }

    private static Advice atStart(RuleContext run, Observation seen, LayerFacts layer) {
        Optional<String> weights = run.structure().weightsOf(layer).map(LayerFacts::name);
        ActivationFunction f = layer.nonlinearity();
        Statistics z = seen.measured(layer.name()).orElseThrow().preActivation().statistics();
        if (weights.isPresent() && WeightScale.biasRms(seen, weights.get()) > Math.max(1, z.std())) {
            return bias(run, seen, weights.get());
        }
        if (weights.isPresent() && WeightScale.tooWide(seen, weights.get(), f)) {
            return WeightScale.narrower(run, seen, weights.get());
        }
        if (layer.rectifier()) {
            return new Advice(
                    Message.of("dead-from-the-draw.cause", layer.nonlinearity().toString(), layer.name()),
                    Message.of("dead-from-the-draw.remedy", layer.name()),
                    Remedy.changeActivation(layer.name(), ActivationFunction.LEAKY_RELU));
        }
        if (!(z.std() > WIDE) || normalised(run, layer)) {
            return TrainingCause.undetermined(seen);
        }
        return new Advice(
                Message.of("pre-activations-too-wide.cause", layer.name()),
                Message.of("pre-activations-too-wide.remedy", layer.name()),
                Remedy.addNormalisation(layer.name()));
    }

    private static boolean normalised(RuleContext run, LayerFacts layer) {
        return layer.normInside()
                || !run
                        .structure()
                        .nextBelow(layer, below -> below.role() == Role.BATCH_NORM || below.role() == Role.WEIGHTS)
                        .stream()
                        .filter(below -> below.role() == Role.BATCH_NORM)
                        .toList()
                        .isEmpty();
    }

    /** The bias of the layer, and those of others that are at least half as large. */
    static Advice bias(RuleContext run, Observation seen, String weights) {
        double rms = WeightScale.biasRms(seen, weights);
        List<String> others = run.structure().layers().stream()
                .map(LayerFacts::name)
                .filter(name -> !name.equals(weights) && WeightScale.biasRms(seen, name) > rms / 2)
                .toList();
        String list = WeightScale.list(others);
        return new Advice(
                others.isEmpty()
                        ? Message.of("bias-too-large.cause", weights)
                        : Message.of("bias-too-large.cause.several", weights, list),
                others.isEmpty()
                        ? Message.of("bias-too-large.remedy", weights, EvidenceText.text(rms))
                        : Message.of("bias-too-large.remedy.several", weights, EvidenceText.text(rms), list),
                Remedy.zeroBias(weights, rms)
                        .with(others.stream()
                                .map(other -> Remedy.zeroBias(other, WeightScale.biasRms(seen, other)))
                                .toList()));
    }
}
