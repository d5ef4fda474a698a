package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import java.util.List;

/**
 * A softmax below the output layer.
 *
 * <p>Right before a softmax output it leaves the logits between 0 and 1, so that no class can get a share near 1; in a
 * hidden layer its outputs sum to 1 and starve the layer above. The second is said only of a run that does not learn.
 */
final class SoftmaxTwice extends RuleCheck {

    private static final String SOURCE = "Goodfellow, Bengio and Courville 2016, Deep learning, section 6.2.2.3";

    SoftmaxTwice() {
        super(Severity.FAULT);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.structure().layers().stream()
                .filter(layer -> layer.role() != Role.OUTPUT
                        && layer.nonlinearity() == ActivationFunction.SOFTMAX
                        && (meetsSoftmax(run, layer) || stuck(run)))
                .map(layer -> finding(run, layer))
                .toList();
    }

    private static boolean stuck(RuleContext run) {
        return run.learning().judged() && !run.learning().well();
    }

    /** Whether an output with softmax follows without weights of its own. */
    private static boolean meetsSoftmax(RuleContext run, LayerFacts layer) {
        return run.structure().nextAbove(layer.name(), above -> above.role() != Role.PASSIVE).stream()
                .anyMatch(above -> above.role() == Role.OUTPUT
                        && above.nonlinearity() == ActivationFunction.SOFTMAX
                        && !WeightScale.has(run, above));
    }

    private static Finding finding(RuleContext run, LayerFacts layer) {
        boolean twice = meetsSoftmax(run, layer);
        ActivationFunction better = twice ? ActivationFunction.IDENTITY : ActivationFunction.RELU;
        return run.finding(
                Rule.SOFTMAX_TWICE,
                layer.name(),
                -1,
                run.start(),
                Message.of("softmax-twice.evidence", layer.name()),
                new Advice(
                        Message.of(twice ? "softmax-twice.cause" : "softmax-twice.cause.hidden"),
                        Message.of("softmax-twice.remedy", layer.name(), better.toString()),
                        Remedy.changeActivation(layer.name(), better)),
                SOURCE);
    }
}
