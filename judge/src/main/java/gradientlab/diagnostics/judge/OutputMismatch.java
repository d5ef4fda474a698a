package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.Column;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.OutputRange;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.facts.TargetKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Output nonlinearity and loss function that do not fit together, whatever the data. */
final class OutputMismatch extends RuleCheck {

    private static final String SOURCE =
            "Goodfellow, Bengio and Courville 2016, Deep learning, section 6.2.2, Output units; the formulas of DL4J's losses";

    private static final Set<LossKind> ONE_OF_MANY =
            EnumSet.of(LossKind.MCXENT, LossKind.SPARSE_MCXENT, LossKind.KL_DIVERGENCE);

    private static final Set<LossKind> BITS = EnumSet.of(LossKind.XENT);

    private static final Set<LossKind> MARGIN = EnumSet.of(LossKind.HINGE, LossKind.SQUARED_HINGE);

    private static final Set<LossKind> DISTANCES = EnumSet.of(LossKind.MSE, LossKind.L2, LossKind.MAE, LossKind.L1);

    private static final Set<LossKind> LOGARITHMS = EnumSet.of(LossKind.MSLE);

    private static final Set<LossKind> SHARES = EnumSet.of(LossKind.MAPE);

    private static final Set<LossKind> COUNTS = EnumSet.of(LossKind.POISSON);

    /** What can be wrong; the first that applies is said. */
    private enum Pair {
        SOFTMAX_OF_ONE_VALUE(
                "output-mismatch.softmax-of-one.cause",
                "output-mismatch.value.remedy",
                ActivationFunction.IDENTITY,
                seen -> seen.is("softmax") && seen.units() == 1 && seen.targets(TargetKind.VALUE)),
        CROSS_ENTROPY_OF_VALUES(
                "output-mismatch.cross-entropy-of-values.cause",
                "output-mismatch.value.remedy",
                ActivationFunction.IDENTITY,
                seen -> (seen.loss(BITS) || seen.loss(ONE_OF_MANY)) && seen.targets(TargetKind.VALUE) && seen.beyond()),
        SOFTMAX_OF_ONE(
                "output-mismatch.softmax-of-one.cause",
                "output-mismatch.softmax-of-one.remedy",
                ActivationFunction.SIGMOID,
                seen -> seen.is("softmax") && seen.units() == 1),
        NOT_PROBABILITIES(
                "output-mismatch.not-probabilities.cause",
                "output-mismatch.not-probabilities.remedy",
                ActivationFunction.SOFTMAX,
                seen -> seen.loss(ONE_OF_MANY) && seen.known() && !seen.is("softmax") && seen.units() != 1),
        ONE_SIDED(
                "output-mismatch.one-sided.cause",
                "output-mismatch.one-sided.remedy",
                ActivationFunction.SIGMOID,
                seen -> seen.loss(ONE_OF_MANY) && seen.known() && seen.units() == 1),
        NOT_BETWEEN_0_AND_1(
                "output-mismatch.not-between-0-and-1.cause",
                "output-mismatch.not-between-0-and-1.remedy",
                ActivationFunction.SIGMOID,
                seen -> seen.loss(BITS) && seen.known() && !seen.is("softmax", "sigmoid", "hardsigmoid")),
        SOFTMAX_OF_SEVERAL(
                "output-mismatch.softmax-of-several.cause",
                "output-mismatch.softmax-of-several.remedy",
                ActivationFunction.SIGMOID,
                seen -> seen.is("softmax") && seen.targets(TargetKind.MULTI_LABEL) && seen.onesOfARow() > 1),
        HINGE_OF_ZEROS(
                "output-mismatch.hinge-of-zeros.cause",
                "output-mismatch.hinge.remedy",
                ActivationFunction.SOFTMAX,
                seen -> seen.loss(MARGIN) && seen.targets(TargetKind.ONE_HOT)),
        HINGE_OF_ONE(
                "output-mismatch.hinge-of-zeros.cause",
                "output-mismatch.hinge.remedy.sigmoid",
                ActivationFunction.SIGMOID,
                seen -> seen.loss(MARGIN) && seen.targets(TargetKind.BINARY, TargetKind.MULTI_LABEL)),
        LOGARITHM_OF_TARGETS(
                "output-mismatch.logarithm-of-targets.cause",
                "output-mismatch.value.remedy",
                ActivationFunction.IDENTITY,
                seen -> seen.loss(LOGARITHMS) && seen.least() <= -1),
        SHARES_OF_ZERO(
                "output-mismatch.shares-of-zero.cause",
                "output-mismatch.value.remedy",
                ActivationFunction.IDENTITY,
                seen -> seen.loss(SHARES) && seen.least() <= 0 && seen.most() >= 0 && seen.doesNotLearn()),
        LOGARITHM_OF_OUTPUTS(
                "output-mismatch.logarithm-of-outputs.cause",
                "output-mismatch.logarithm-of-outputs.remedy",
                ActivationFunction.SOFTPLUS,
                seen -> seen.loss(COUNTS) && seen.negative() && (seen.doesNotLearn() || seen.learning.diverged())),
        SQUARED_ERROR_OF_SOFTMAX(
                "output-mismatch.squared-error-of-softmax.cause",
                "output-mismatch.squared-error-of-softmax.remedy",
                ActivationFunction.SOFTMAX,
                seen -> seen.loss(DISTANCES)
                        && seen.is("softmax")
                        && !seen.targets(TargetKind.VALUE)
                        && seen.doesNotLearn()),
        SQUARED_ERROR_OF_CLASSES(
                "output-mismatch.squared-error-of-classes.cause",
                "output-mismatch.squared-error-of-classes.remedy",
                ActivationFunction.SOFTMAX,
                seen -> seen.loss(DISTANCES)
                        && seen.is("sigmoid", "relu")
                        && seen.targets(TargetKind.ONE_HOT)
                        && seen.doesNotLearn());

        private final String cause;
        private final String remedy;
        private final ActivationFunction better;
        private final Predicate<Seen> applies;

        Pair(String cause, String remedy, ActivationFunction better, Predicate<Seen> applies) {
            this.cause = cause;
            this.remedy = remedy;
            this.better = better;
            this.applies = applies;
        }
    }

    /** An output in a run. */
    private record Seen(OutputFacts output, Optional<TargetFacts> target, Learning learning) {

        int units() {
            return output.units();
        }

        boolean known() {
            return !output.activation().isEmpty() && !is("logsoftmax");
        }

        boolean is(String... activations) {
            return Set.of(activations).contains(output.activation());
        }

        boolean loss(Set<LossKind> losses) {
            return losses.contains(output.loss());
        }

        boolean targets(TargetKind... kinds) {
            return target.filter(targets -> Set.of(kinds).contains(targets.kind()))
                    .isPresent();
        }

        /** Whether targets leave the range from 0 to 1. */
        boolean beyond() {
            return target.filter(targets -> targets.min() < 0 || targets.max() > 1)
                    .isPresent();
        }

        double least() {
            return target.map(TargetFacts::min).orElse(Double.NaN);
        }

        double most() {
            return target.map(TargetFacts::max).orElse(Double.NaN);
        }

        /** Whether the output can be below 0. */
        boolean negative() {
            return OutputRange.of(output.activation())
                    .filter(range -> range.low() < 0)
                    .isPresent();
        }

        /** Their mean: above 1 some row has more than one. */
        double onesOfARow() {
            return target.map(TargetFacts::each).orElse(List.of()).stream()
                    .mapToDouble(Column::mean)
                    .sum();
        }

        boolean doesNotLearn() {
            return learning.judged() && !learning.well();
        }
    }

    OutputMismatch() {
        super(Severity.FAULT);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().training().outputs().stream()
                .flatMap(output -> finding(run, output).stream())
                .toList();
    }

    private static Optional<Finding> finding(RuleContext run, OutputFacts output) {
        Seen seen = new Seen(output, run.history().data().target(output.name()), run.learning());
        return Arrays.stream(Pair.values())
                .filter(pair -> pair.applies.test(seen))
                .findFirst()
                .map(pair -> run.finding(
                        Rule.OUTPUT_MISMATCH,
                        output.name(),
                        -1,
                        run.start(),
                        Message.of(
                                "output-mismatch.evidence",
                                output.activation(),
                                output.lossName(),
                                String.valueOf(output.units())),
                        new Advice(
                                Message.of(pair.cause, output.activation()),
                                Message.of(pair.remedy, output.name()),
                                Remedy.changeOutput(output.name(), pair.better)),
                        SOURCE));
    }
}
