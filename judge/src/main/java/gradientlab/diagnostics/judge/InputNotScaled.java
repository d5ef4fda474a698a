package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.Statistics;
import java.util.List;
import java.util.Map;

/** Features should have about mean 0 and standard deviation 1. */
final class InputNotScaled extends RuleCheck {

    InputNotScaled() {
        super(Severity.FAULT, Limit.INPUT_RMS);
    }

    /** One finding per input that is too wide and meets no layer that would scale it, by name. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> seen.inputs().entrySet().stream()
                        .filter(input -> run.meetsWeights(input.getKey())
                                && Arithmetic.rms(input.getValue()) > run.limit(Limit.INPUT_RMS))
                        .sorted(Map.Entry.comparingByKey())
                        .map(input -> run.finding(
                                Rule.INPUT_NOT_SCALED,
                                input.getKey(),
                                seen.iteration(),
                                evidence("input-not-scaled.evidence", input.getValue(), run.limit(Limit.INPUT_RMS)),
                                new Advice(
                                        Message.of("input-not-scaled.cause"),
                                        Message.of("input-not-scaled.remedy"),
                                        Remedy.scaleInput(input.getKey(), input.getValue())),
                                Limit.INPUT_RMS)))
                .toList();
    }

    /** For the findings that an input out of scale explains. */
    static Advice advice(RuleContext run) {
        return Advice.of(run.findings(Rule.INPUT_NOT_SCALED).get(0));
    }

    static Message evidence(String key, Statistics features, double limit) {
        return Message.of(
                key,
                EvidenceText.text(features.min()),
                EvidenceText.text(features.max()),
                EvidenceText.text(Arithmetic.rms(features)),
                EvidenceText.text(limit));
    }
}
