package gradientlab.diagnostics.judge;

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
                    .filter(layer -> share(seen, layer) > run.limit(Limit.SATURATED_SHARE))
                    .toList();
            if (!saturated.isEmpty()) {
                return List.of(finding(run, seen, saturated));
            }
        }
        return List.of();
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
                EvidenceText.percent(share(seen, layer)) + " of the activations are saturated ("
                        + layer.nonlinearity() + ", std of z "
                        + EvidenceText.text(seen.measured(layer.name())
                                .orElseThrow()
                                .preActivation()
                                .statistics()
                                .std())
                        + "), limit " + EvidenceText.percent(run.limit(Limit.SATURATED_SHARE)) + others,
                SaturationCause.flat(run, seen, layer),
                Limit.SATURATED_SHARE);
    }
}
