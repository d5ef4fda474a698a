package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.TrainingFacts;
import java.util.List;

/** A network that is told to climb its loss. */
final class GradientAscent extends RuleCheck {

    private static final String SOURCE =
            "DL4J: NeuralNetConfiguration.Builder.minimize(boolean); a negative learning rate does the same";

    private static final Advice ADVICE =
            new Advice(Message.of("gradient-ascent.cause"), Message.of("gradient-ascent.remedy"), Remedy.OTHER);

    GradientAscent() {
        super(Severity.FAULT);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        TrainingFacts training = run.history().training();
        if (!training.minimised()) {
            return List.of(finding(run, "", Message.of("gradient-ascent.evidence.maximised")));
        }
        return training.layers().stream()
                .filter(layer -> layer.parameters() > 0 && layer.updater().rate() < 0)
                .limit(1)
                .map(layer -> finding(run, layer.name(), rate(layer)))
                .toList();
    }

    private static Message rate(LayerTraining layer) {
        return Message.of(
                "gradient-ascent.evidence.rate",
                EvidenceText.text(layer.updater().rate()));
    }

    private static Finding finding(RuleContext run, String layer, Message evidence) {
        return run.finding(Rule.GRADIENT_ASCENT, layer, -1, run.start(), evidence, ADVICE, SOURCE);
    }
}
