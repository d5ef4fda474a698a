package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Statistics;
import java.util.Optional;

/** Why the z of a layer lie where its nonlinearity is flat. */
final class SaturationCause {

    private SaturationCause() {}

    static Advice of(RuleContext run, Observation seen, LayerFacts layer) {
        if (run.found(Rule.INPUT_NOT_SCALED)) {
            return InputNotScaled.advice(run);
        }
        return run.isFirst(seen) ? atStart(run, seen, layer) : Advice.LOWER_RATE;
    }

    private static Advice atStart(RuleContext run, Observation seen, LayerFacts layer) {
        Optional<String> weights = run.structure().weightsOf(layer).map(LayerFacts::name);
        ActivationFunction f = layer.nonlinearity();
        Statistics z = seen.measured(layer.name()).orElseThrow().preActivation().statistics();
        if (weights.isPresent() && WeightScale.biasRms(seen, weights.get()) > Math.max(1, z.std())) {
            return bias(weights.get(), WeightScale.biasRms(seen, weights.get()));
        }
        if (weights.isPresent() && WeightScale.tooWide(seen, weights.get(), f)) {
            Message cause = Message.of("weights-too-wide.cause", weights.get());
            return WeightScale.scale(cause, seen, weights.get(), f);
        }
        return new Advice(
                Message.of("pre-activations-too-wide.cause", layer.name()),
                Message.of("pre-activations-too-wide.remedy", layer.name()),
                Remedy.addNormalisation(layer.name()));
    }

    private static Advice bias(String weights, double rms) {
        return new Advice(
                Message.of("bias-too-large.cause", weights),
                Message.of("bias-too-large.remedy", weights, EvidenceText.text(rms)),
                Remedy.zeroBias(weights, rms));
    }
}
