package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.InputFacts;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Map;

/** Features scaled down to almost nothing leave nothing of the gradient of the weights that they meet. */
final class InputTooSmall extends RuleCheck {

    private static final double LARGEST = 0.1;

    InputTooSmall() {
        super(Severity.FAULT, Limit.INPUT_RMS_LOW);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> seen.inputs().entrySet().stream()
                        .filter(input -> run.meetsWeights(input.getKey())
                                && Arithmetic.rms(input.getValue()) < run.limit(Limit.INPUT_RMS_LOW)
                                && small(run, input.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(input -> run.finding(
                                Rule.INPUT_TOO_SMALL,
                                input.getKey(),
                                seen.iteration(),
                                InputNotScaled.evidence(
                                        "input-too-small.evidence", input.getValue(), run.limit(Limit.INPUT_RMS_LOW)),
                                new Advice(
                                        Message.of("input-too-small.cause"),
                                        Message.of("input-too-small.remedy"),
                                        Remedy.scaleInput(input.getKey(), input.getValue())),
                                Limit.INPUT_RMS_LOW)))
                .toList();
    }

    /** Not a batch of zeros by chance: no value of all batches that were seen is of the order of 1. */
    private static boolean small(RuleContext run, String input) {
        return run.history()
                .data()
                .input(input)
                .map(InputFacts::columns)
                .map(columns -> Math.max(Math.abs(columns.min()), Math.abs(columns.max())) < LARGEST)
                .orElse(true);
    }
}
