package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.Noise;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** Dropout that leaves too little of a layer's input. */
final class DropoutTooStrong extends RuleCheck {

    private static final double KEPT = 0.5;

    DropoutTooStrong() {
        super(Severity.FAULT, Limit.DROPPED);
    }

    /** Only where the run does not learn, or ends in values that are not finite. */
    @Override
    List<Finding> findings(RuleContext run) {
        Learning learning = run.learning();
        boolean harm = learning.diverged() || learning.judged() && !learning.well();
        return run.history().training().layers().stream()
                .filter(layer -> harm && (strong(run, layer.dropout()) || strong(run, layer.weightNoise())))
                .limit(1)
                .map(layer -> finding(run, layer))
                .toList();
    }

    private static boolean strong(RuleContext run, Noise noise) {
        return noise.dropped() > run.limit(Limit.DROPPED);
    }

    private static Finding finding(RuleContext run, LayerTraining layer) {
        Noise noise = strong(run, layer.dropout()) ? layer.dropout() : layer.weightNoise();
        return run.finding(
                Rule.DROPOUT_TOO_STRONG,
                layer.name(),
                run.start(),
                Message.of(
                        "dropout-too-strong.evidence",
                        noise.kind(),
                        EvidenceText.percent(noise.dropped()),
                        EvidenceText.percent(run.limit(Limit.DROPPED)),
                        EvidenceText.text(run.learning().end()),
                        EvidenceText.text(run.learning().reference())),
                new Advice(
                        Message.of("dropout-too-strong.cause"),
                        Message.of("dropout-too-strong.remedy", layer.name(), EvidenceText.text(KEPT)),
                        Remedy.keep(layer.name(), KEPT)),
                Limit.DROPPED);
    }
}
