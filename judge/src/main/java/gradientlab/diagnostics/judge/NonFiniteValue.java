package gradientlab.diagnostics.judge;

import java.util.List;

/** The first observation in which something was NaN or infinite. */
final class NonFiniteValue extends RuleCheck {

    NonFiniteValue() {
        super(Severity.FAULT);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.observations().stream()
                .filter(seen -> seen.nonFinite().exists())
                .limit(1)
                .map(seen -> finding(run, seen, seen.nonFinite()))
                .toList();
    }

    private static Finding finding(RuleContext run, Observation seen, NonFinite value) {
        boolean example = value.example() >= 0;
        return run.finding(
                Rule.NON_FINITE,
                value.layer(),
                value.unit(),
                seen.iteration(),
                Message.of(
                        example ? "non-finite.evidence.example" : "non-finite.evidence",
                        value.value(),
                        value.tensor(),
                        String.valueOf(seen.iteration()),
                        String.valueOf(value.example())),
                advice(run, seen, value),
                "IEEE 754: NaN and the infinities spread to everything computed from them");
    }

    private static Advice advice(RuleContext run, Observation seen, NonFinite value) {
        if (value.tensor().equals("input")) {
            return new Advice(
                    Message.of("non-finite.cause.input"), Message.of("non-finite.remedy.input"), Remedy.CHECK_DATA);
        }
        if (run.found(Rule.INPUT_NOT_SCALED)) {
            return InputNotScaled.advice(run);
        }
        return run.isFirst(seen)
                ? new Advice(Message.of("non-finite.cause.start"), Message.of("non-finite.remedy.start"), Remedy.OTHER)
                : new Advice(
                        Message.of("non-finite.cause.overflow"),
                        Message.of("non-finite.remedy.overflow"),
                        Remedy.LOWER_LEARNING_RATE);
    }
}
