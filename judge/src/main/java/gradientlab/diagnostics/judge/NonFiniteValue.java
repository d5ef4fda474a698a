package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Set;

/** The first observation in which something was NaN or infinite. */
final class NonFiniteValue extends RuleCheck {

    /** Tensors that no update makes; the others are parameters. */
    private static final Set<String> MEASURED =
            Set.of("input", "pre-activation", "activation", "delta", "loss", "logits");

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
        if (grows(run, value)) {
            return new Advice(
                    Message.of("non-finite.cause.nonlinearity", value.layer()),
                    Message.of("non-finite.remedy.nonlinearity", value.layer()),
                    Remedy.changeActivation(value.layer(), ActivationFunction.TANH));
        }
        boolean parameter =
                !MEASURED.contains(value.tensor()) && !value.tensor().startsWith("gradient");
        if (run.isFirst(seen)) {
            return WeightScale.widest(run, seen)
                    .map(layer -> WeightScale.narrower(run, seen, layer.name()))
                    .orElseGet(() -> atStart(parameter));
        }
        boolean large = StepSizes.of(run).largestBefore(seen.iteration()) > run.shared(Limit.LOG10_UPDATE_RATIO_HIGH);
        return parameter || large
                ? new Advice(
                        Message.of(large ? "non-finite.cause.overflow" : "non-finite.cause.update"),
                        Message.of("non-finite.remedy.overflow"),
                        Remedy.LOWER_LEARNING_RATE)
                : TrainingCause.of(run, seen);
    }

    /** A parameter that no update was seen to make was so before; what is computed from finite ones has another reason. */
    private static Advice atStart(boolean parameter) {
        return parameter
                ? new Advice(Message.of("non-finite.cause.start"), Message.of("non-finite.remedy.start"), Remedy.OTHER)
                : new Advice(Message.of("undetermined.cause"), Message.of("non-finite.remedy.unknown"), Remedy.OTHER);
    }

    /** Whether a value became infinite in a nonlinearity, which no common one makes of a finite z. */
    private static boolean grows(RuleContext run, NonFinite value) {
        return value.tensor().equals("activation")
                && value.value().contains("Infinity")
                && run.structure()
                        .layer(value.layer())
                        .filter(GrowingNonlinearity::unbounded)
                        .isPresent();
    }
}
