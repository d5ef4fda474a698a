package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.TimeProfile;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.limits.Limit;
import java.util.Comparator;
import java.util.List;

/**
 * δ on its way back through time: the first steps of a sequence learn nothing from the last.
 *
 * <p>A hint, since many a task does not look so far back and an LSTM forgets by design; a fault where a fresh layer loses
 * more at each step than any usual initialisation does.
 */
final class VanishingOverTime extends RuleCheck {

    /** Recurrent weights that shrink δ by more are the likely cause. */
    private static final double NARROW = 0.5;

    VanishingOverTime() {
        super(Severity.FAULT, Limit.VANISHING_OVER_TIME, Limit.VANISHING_PER_STEP, Limit.SATURATED_SHARE);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return OverTime.first(
                run,
                time -> time.ratio() < run.limit(Limit.VANISHING_OVER_TIME),
                Comparator.comparingDouble(TimeProfile::ratio).reversed(),
                layer -> finding(run, layer));
    }

    private static Finding finding(RuleContext run, OverTime layer) {
        Finding finding = run.finding(
                Rule.VANISHING_OVER_TIME,
                layer.name(),
                layer.seen().iteration(),
                layer.evidence("vanishing-over-time.evidence", EvidenceText.text(run.limit(Limit.VANISHING_OVER_TIME))),
                why(run, layer),
                Limit.VANISHING_OVER_TIME);
        boolean harmful = layer.fresh() && layer.time().perStep() < run.limit(Limit.VANISHING_PER_STEP);
        return harmful ? finding : finding.with(Severity.HINT);
    }

    private static Advice why(RuleContext run, OverTime layer) {
        if (layer.forgetGate().isPresent()) {
            return forgets(layer, layer.forgetGate().get());
        } else if (!layer.layer().rectifier() && HiddenSaturation.saturated(run, layer.seen(), layer.layer())) {
            return SaturationCause.of(run, layer.seen(), layer.layer());
        } else if (layer.byWeights() < NARROW) {
            Message cause =
                    Message.of("vanishing-over-time.cause.narrow", layer.name(), EvidenceText.text(layer.byWeights()));
            return layer.scaleWeights(cause);
        }
        return new Advice(
                Message.of(
                        "vanishing-over-time.cause.slope",
                        EvidenceText.text(layer.byWeights()),
                        layer.layer().nonlinearity().toString(),
                        EvidenceText.text(layer.time().perStep())),
                Message.of("vanishing-over-time.remedy.slope", layer.name()),
                Remedy.OTHER);
    }

    /** A bias of ln T lets the cell keep 1 − 1/T of itself per step, so that it remembers about T steps. */
    private static Advice forgets(OverTime layer, double gate) {
        double bias = Math.log(layer.time().stepsBack());
        return new Advice(
                Message.of("vanishing-over-time.cause.forgets", layer.name(), EvidenceText.text(gate)),
                Message.of(
                        "vanishing-over-time.remedy.forgets",
                        layer.name(),
                        EvidenceText.text(bias),
                        String.valueOf(layer.time().stepsBack())),
                Remedy.setForgetBias(layer.name(), bias));
    }
}
