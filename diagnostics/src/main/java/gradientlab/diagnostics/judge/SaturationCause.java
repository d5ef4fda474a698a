package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Nonlinearity;
import gradientlab.diagnostics.Statistics;
import java.util.Optional;

/** Why the z of a layer lie where its nonlinearity is flat. */
final class SaturationCause {

    private SaturationCause() {}

    static Advice flat(RuleContext run, Observation seen, LayerFacts layer) {
        if (run.inputUnscaled()) {
            return Advice.scaleInput(run);
        }
        if (!run.isFirst(seen)) {
            return Advice.LOWER_RATE;
        }
        Optional<String> weights = run.structure().weightsOf(layer).map(LayerFacts::name);
        Nonlinearity f = layer.nonlinearity();
        Statistics z = seen.measured(layer.name()).orElseThrow().preActivation().statistics();
        if (weights.isPresent() && WeightScale.biasRms(seen, weights.get()) > Math.max(1, z.std())) {
            return new Advice(
                    "the bias of " + weights.get() + " pushes its units to the flat side",
                    weights.get() + ": bias 0 instead of rms "
                            + EvidenceText.text(WeightScale.biasRms(seen, weights.get())),
                    Remedy.zeroBias(weights.get(), WeightScale.biasRms(seen, weights.get())));
        }
        if (weights.isPresent() && WeightScale.tooWide(seen, weights.get(), f)) {
            return WeightScale.scale("the weights of " + weights.get() + " are too wide", seen, weights.get(), f);
        }
        return new Advice(
                "what enters " + layer.name() + " is too wide",
                "put a batch norm between the weights and the nonlinearity of " + layer.name(),
                Remedy.addNormalisation(layer.name()));
    }
}
