package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.TimeProfile;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.limits.Limit;
import java.util.Comparator;
import java.util.List;

/**
 * δ on its way back through time: each step multiplies it, and the first steps of a sequence outweigh all others.
 *
 * <p>A fault at the start; later a hint, since a layer that learns to remember passes through such states.
 */
final class ExplodingOverTime extends RuleCheck {

    ExplodingOverTime() {
        super(Severity.FAULT, Limit.EXPLODING_OVER_TIME);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return OverTime.first(
                run,
                time -> time.ratio() > run.limit(Limit.EXPLODING_OVER_TIME),
                Comparator.comparingDouble(TimeProfile::ratio),
                layer -> finding(run, layer));
    }

    private static Finding finding(RuleContext run, OverTime layer) {
        Finding finding = run.finding(
                Rule.EXPLODING_OVER_TIME,
                layer.name(),
                layer.seen().iteration(),
                layer.evidence("exploding-over-time.evidence", EvidenceText.text(run.limit(Limit.EXPLODING_OVER_TIME))),
                why(layer),
                Limit.EXPLODING_OVER_TIME);
        return layer.fresh() ? finding : finding.with(Severity.HINT);
    }

    private static Advice why(OverTime layer) {
        String growth = EvidenceText.text(layer.byWeights());
        if (!(layer.byWeights() > 1)) {
            return clip(Message.of("exploding-over-time.cause.unknown", layer.name(), growth), layer);
        }
        return layer.fresh()
                ? layer.scaleWeights(Message.of("exploding-over-time.cause.wide", layer.name(), growth))
                : clip(Message.of("exploding-over-time.cause.grown", layer.name(), growth), layer);
    }

    /** Pascanu, Mikolov and Bengio 2013. */
    private static Advice clip(Message cause, OverTime layer) {
        return new Advice(cause, Message.of("exploding-over-time.remedy.clip", layer.name()), Remedy.OTHER);
    }
}
