package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.ColumnFacts;
import gradientlab.diagnostics.facts.InputKind;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Map;

/** Features should have about mean 0 and standard deviation 1. */
final class InputNotScaled extends RuleCheck {

    private static final double PIXEL = 255;

    /** Ratio of standard deviations. */
    private static final double DIFFERENT = 10;

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
                                why(run, input.getKey(), input.getValue()),
                                Limit.INPUT_RMS)))
                .toList();
    }

    /** Columns of different size are scaled each by itself: by one number for all of them the small ones would vanish. */
    private static Advice why(RuleContext run, String input, Statistics features) {
        return run.history()
                .data()
                .input(input)
                .filter(facts -> facts.kind() == InputKind.TABLE && different(facts.columns()))
                .map(facts -> new Advice(
                        Message.of("input-columns.cause"),
                        Message.of("input-columns.remedy"),
                        Remedy.scaleColumns(input)))
                .orElseGet(() -> new Advice(
                        Message.of("input-not-scaled.cause"),
                        Message.of("input-not-scaled.remedy"),
                        Remedy.scaleInput(input, features)));
    }

    /** Pixels have one scale, though some of them hardly vary. */
    private static boolean different(ColumnFacts columns) {
        boolean pixels = columns.wholeNumbers() && columns.min() >= 0 && columns.max() <= PIXEL;
        return !pixels
                && (columns.widestStd() > DIFFERENT * columns.narrowestStd()
                        || columns.dominatingShare() > 0.5 && columns.columns() > 1);
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
