package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Statistics;
import java.util.List;

/** Features should have about mean 0 and standard deviation 1. */
final class InputRules {

    private InputRules() {}

    static List<Finding> notScaled(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> run.unscaledInputs(seen).stream()
                        .map(input -> run.finding(
                                Rule.INPUT_NOT_SCALED,
                                input,
                                seen.iteration(),
                                evidence(seen.inputs().get(input)) + ", limit "
                                        + EvidenceText.text(run.limit(Limit.INPUT_RMS)),
                                Advice.scaleInput(run),
                                Limit.INPUT_RMS)))
                .toList();
    }

    static List<Finding> tooSmall(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> seen.inputs().entrySet().stream()
                        .filter(input -> run.meetsWeights(input.getKey())
                                && EvidenceText.rms(input.getValue()) < run.limit(Limit.INPUT_RMS_LOW))
                        .map(input -> run.finding(
                                Rule.INPUT_TOO_SMALL,
                                input.getKey(),
                                seen.iteration(),
                                evidence(input.getValue()) + ", lower limit "
                                        + EvidenceText.text(run.limit(Limit.INPUT_RMS_LOW)),
                                new Advice(
                                        "the features were scaled down twice, or are measured in too large a unit",
                                        "input: divide by the standard deviation",
                                        Remedy.scaleInput(input.getKey(), input.getValue())),
                                Limit.INPUT_RMS_LOW)))
                .toList();
    }

    private static String evidence(Statistics features) {
        return "features from " + EvidenceText.text(features.min()) + " to " + EvidenceText.text(features.max())
                + ", rms " + EvidenceText.text(EvidenceText.rms(features));
    }
}
