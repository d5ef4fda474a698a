package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.EvidenceText;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Message;
import gradientlab.diagnostics.judge.Wording;
import java.util.List;

/** A finding after steps on copies with its remedy and without. */
record SteppedFinding(Finding finding, PairedResult result) {

    /** The finding, whose remedy helped; that the loss is no lower means that the finding went away. */
    Finding helped() {
        return worded(finding.wording().remedy(), shown(), finding.change());
    }

    /** The same where it took a smaller learning rate than the finding says. */
    Finding helpedDividingBy(int divisor) {
        return worded(
                message("learning-rate-too-high.remedy", String.valueOf(divisor)),
                shown(),
                Remedy.multiplyLearningRate(1.0 / divisor));
    }

    /** The finding without its remedy. */
    Finding withdrawn() {
        return worded(
                message("tried.remedy.none"),
                message("tried.steps.stays", steps(), before(), after(), finding.remedy()),
                Remedy.OTHER);
    }

    private Message shown() {
        if (result.lossWith() >= result.lossAsIs()) {
            return message("tried.steps.gone", steps());
        }
        return before().equals(after())
                ? message("tried.steps.faster", steps())
                : message("tried.steps.loss", steps(), before(), after());
    }

    private String steps() {
        return String.valueOf(result.steps());
    }

    private String before() {
        return EvidenceText.text(result.lossAsIs());
    }

    private String after() {
        return EvidenceText.text(result.lossWith());
    }

    private static Message message(String key, String... arguments) {
        return new Message(key, List.of(arguments));
    }

    private Finding worded(Message remedy, Message tried, Remedy change) {
        return new Finding(
                finding.rule(),
                finding.layer(),
                finding.unit(),
                finding.iteration(),
                finding.evidence(),
                finding.cause(),
                remedy.text(),
                change,
                finding.source(),
                new Wording(finding.wording().evidence(), finding.wording().cause(), remedy, tried),
                finding.severity());
    }
}
