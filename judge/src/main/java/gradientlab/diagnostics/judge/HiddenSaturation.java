package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.SaturationLimit;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** A saturated nonlinearity multiplies the gradient by next to nothing. */
final class HiddenSaturation extends RuleCheck {

    HiddenSaturation() {
        super(Severity.FAULT, Limit.SATURATED_SHARE);
    }

    /** One finding: the first observation in which a layer saturates, and the first such layer in it. */
    @Override
    List<Finding> findings(RuleContext run) {
        for (Observation seen : run.observations()) {
            List<LayerFacts> saturated = run.structure().layers().stream()
                    .filter(layer -> layer.unitRules() && !layer.rectifier() && saturated(run, seen, layer))
                    .toList();
            if (!saturated.isEmpty()) {
                Finding finding = finding(run, seen, saturated);
                return List.of(harmless(run, finding) ? finding.with(Severity.HINT) : finding);
            }
        }
        return List.of();
    }

    /** Not why parameters stay where they are: δ passes the layer, and small steps are enough to explain it. */
    private static boolean harmless(RuleContext run, Finding finding) {
        return finding.change().kind() == Remedy.Kind.ADD_NORMALISATION
                && run.learning().judged()
                && StepSizes.of(run).stayed(run)
                && !run.found(Rule.VANISHING_DELTA);
    }

    /** By which limit a value counts as saturated: the lecture's map counts by another one. */
    private static String beyond(ActivationFunction f) {
        return f == ActivationFunction.TANH ? "|tanh z| > " + SaturationLimit.RULES.tanh() : f.toString();
    }

    private static String key(ActivationFunction f, boolean alone) {
        String key = alone ? "hidden-saturation.evidence" : "hidden-saturation.evidence.deeper";
        if (f == ActivationFunction.TANH) {
            return key;
        }
        return alone ? "hidden-saturation.evidence.slope" : "hidden-saturation.evidence.deeper.slope";
    }

    static boolean saturated(RuleContext run, Observation seen, LayerFacts layer) {
        return share(seen, layer) > run.limit(Limit.SATURATED_SHARE);
    }

    private static double share(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(HiddenSaturation::share).orElse(Double.NaN);
    }

    /** Without NaN and the infinities, which let no gradient through either: {@link NonFiniteValue} speaks of them. */
    private static double share(LayerSnapshot layer) {
        Statistics z = layer.preActivation().statistics();
        return layer.saturatedShare() - (double) (z.total() - z.count()) / z.total();
    }

    private static Finding finding(RuleContext run, Observation seen, List<LayerFacts> saturated) {
        LayerFacts layer = saturated.get(0);
        LayerSnapshot measured = seen.measured(layer.name()).orElseThrow();
        boolean alone = saturated.size() == 1;
        return run.finding(
                Rule.HIDDEN_SATURATION,
                layer.name(),
                seen.iteration(),
                Message.of(
                        key(layer.nonlinearity(), alone),
                        EvidenceText.percent(share(seen, layer)),
                        beyond(layer.nonlinearity()),
                        EvidenceText.text(measured.preActivation().statistics().std()),
                        EvidenceText.percent(run.limit(Limit.SATURATED_SHARE)),
                        String.valueOf(saturated.size() - 1),
                        String.valueOf(seen.batchSize()),
                        EvidenceText.percent(SaturationLimit.RULES.slopeShare())),
                SaturationCause.of(run, seen, layer),
                Limit.SATURATED_SHARE);
    }
}
