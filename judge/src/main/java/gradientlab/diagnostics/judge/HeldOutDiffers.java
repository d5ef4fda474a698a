package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Map;

/** Held-out features that were not prepared as those of training were. */
final class HeldOutDiffers extends RuleCheck {

    HeldOutDiffers() {
        super(Severity.FAULT, Limit.HELD_OUT_SHIFT, Limit.HELD_OUT_DOUBLINGS);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> seen.heldOut().inputs().entrySet().stream()
                        .filter(input -> differs(run, seen.inputs().get(input.getKey()), input.getValue()))
                        .map(input -> finding(run, seen, input)))
                .toList();
    }

    private static boolean differs(RuleContext run, Statistics training, Statistics heldOut) {
        if (training == null || !(training.std() > 0) || !(heldOut.std() > 0)) {
            return false;
        }
        double shift = Math.abs(heldOut.mean() - training.mean()) / training.std();
        double doublings = Math.abs(Math.log(heldOut.std() / training.std()) / Math.log(2));
        return shift > run.limit(Limit.HELD_OUT_SHIFT) || doublings > run.limit(Limit.HELD_OUT_DOUBLINGS);
    }

    private static Finding finding(RuleContext run, Observation seen, Map.Entry<String, Statistics> input) {
        Statistics training = seen.inputs().get(input.getKey());
        return run.finding(
                Rule.HELD_OUT_DIFFERS,
                input.getKey(),
                seen.iteration(),
                Message.of(
                        "held-out-differs.evidence",
                        EvidenceText.text(input.getValue().mean()),
                        EvidenceText.text(input.getValue().std()),
                        EvidenceText.text(training.mean()),
                        EvidenceText.text(training.std()),
                        EvidenceText.text(run.limit(Limit.HELD_OUT_SHIFT)),
                        EvidenceText.text(Math.pow(2, run.limit(Limit.HELD_OUT_DOUBLINGS)))),
                new Advice(
                        Message.of("held-out-differs.cause"), Message.of("held-out-differs.remedy"), Remedy.CHECK_DATA),
                Limit.HELD_OUT_SHIFT);
    }
}
