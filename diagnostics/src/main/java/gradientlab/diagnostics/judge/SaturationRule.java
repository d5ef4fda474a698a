package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.SaturationLimit;
import gradientlab.diagnostics.LayerSnapshot;
import java.util.List;

/** A saturated nonlinearity multiplies the gradient by next to nothing. */
final class SaturationRule {

    private SaturationRule() {}

    /** One finding: the first observation in which a layer saturates, and the first such layer in it. */
    static List<Finding> saturated(RuleContext run) {
        for (Observation seen : run.observations()) {
            List<LayerFacts> saturated = run.structure().layers().stream()
                    .filter(layer -> layer.unitRules() && !layer.rectifier())
                    .filter(layer -> share(seen, layer) > run.limits().get(Limit.SATURATED_SHARE))
                    .toList();
            if (!saturated.isEmpty()) {
                return List.of(finding(run, seen, saturated));
            }
        }
        return List.of();
    }

    /** By which limit a value counts as saturated: the lecture's map counts by another one. */
    private static String beyond(ActivationFunction f) {
        SaturationLimit limit = SaturationLimit.RULES;
        return f == ActivationFunction.TANH
                ? "|tanh z| > " + limit.tanh()
                : f + ", slope under " + EvidenceText.percent(limit.slopeShare()) + " of its greatest";
    }

    static double share(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::saturatedShare).orElse(Double.NaN);
    }

    private static Finding finding(RuleContext run, Observation seen, List<LayerFacts> saturated) {
        LayerFacts layer = saturated.get(0);
        String others = saturated.size() == 1 ? "" : ", and " + (saturated.size() - 1) + " more layer(s) after it";
        return run.finding(
                Rule.HIDDEN_SATURATION,
                layer.name(),
                seen.iteration(),
                EvidenceText.percent(share(seen, layer)) + " of the activations on a batch of " + seen.batchSize()
                        + " are saturated (" + beyond(layer.nonlinearity()) + ", std of z "
                        + EvidenceText.text(seen.measured(layer.name())
                                .orElseThrow()
                                .preActivation()
                                .statistics()
                                .std())
                        + "), limit " + EvidenceText.percent(run.limits().get(Limit.SATURATED_SHARE)) + others,
                SaturationCause.flat(run, seen, layer),
                Limit.SATURATED_SHARE);
    }
}
