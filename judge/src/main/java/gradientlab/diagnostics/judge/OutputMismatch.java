package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.facts.TargetKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Output nonlinearity and loss function that do not fit together, whatever the data. */
final class OutputMismatch extends RuleCheck {

    private static final String SOURCE =
            "Goodfellow, Bengio and Courville 2016, Deep learning, section 6.2.2, Output units; the formulas of DL4J's losses";

    private static final Set<LossKind> ONE_OF_MANY = EnumSet.of(LossKind.MCXENT, LossKind.SPARSE_MCXENT);

    /** What can be wrong; the first that applies is said. */
    private enum Pair {
        SOFTMAX_OF_ONE(
                ActivationFunction.SIGMOID,
                "output-mismatch.softmax-of-one.cause",
                "output-mismatch.softmax-of-one.remedy") {
            @Override
            boolean applies(OutputFacts output, RuleContext run) {
                return output.activation().equals("softmax") && output.units() == 1;
            }
        },
        NOT_PROBABILITIES(
                ActivationFunction.SOFTMAX,
                "output-mismatch.not-probabilities.cause",
                "output-mismatch.not-probabilities.remedy") {
            @Override
            boolean applies(OutputFacts output, RuleContext run) {
                return ONE_OF_MANY.contains(output.loss())
                        && known(output)
                        && !output.activation().equals("softmax")
                        && output.units() != 1;
            }
        },
        ONE_SIDED(ActivationFunction.SIGMOID, "output-mismatch.one-sided.cause", "output-mismatch.one-sided.remedy") {
            @Override
            boolean applies(OutputFacts output, RuleContext run) {
                return ONE_OF_MANY.contains(output.loss()) && known(output) && output.units() == 1;
            }
        },
        NOT_BETWEEN_0_AND_1(
                ActivationFunction.SIGMOID,
                "output-mismatch.not-between-0-and-1.cause",
                "output-mismatch.not-between-0-and-1.remedy") {
            @Override
            boolean applies(OutputFacts output, RuleContext run) {
                return output.loss() == LossKind.XENT
                        && known(output)
                        && !Set.of("softmax", "sigmoid", "hardsigmoid").contains(output.activation());
            }
        },
        SQUARED_ERROR_OF_SOFTMAX(
                ActivationFunction.SOFTMAX,
                "output-mismatch.squared-error-of-softmax.cause",
                "output-mismatch.squared-error-of-softmax.remedy") {
            @Override
            boolean applies(OutputFacts output, RuleContext run) {
                return EnumSet.of(LossKind.MSE, LossKind.L2, LossKind.MAE, LossKind.L1)
                                .contains(output.loss())
                        && output.activation().equals("softmax")
                        && run.learning().judged()
                        && !run.learning().well();
            }
        },
        SQUARED_ERROR_OF_CLASSES(
                ActivationFunction.SOFTMAX,
                "output-mismatch.squared-error-of-classes.cause",
                "output-mismatch.squared-error-of-classes.remedy") {
            @Override
            boolean applies(OutputFacts output, RuleContext run) {
                boolean oneOfMany = run.history()
                        .data()
                        .target(output.name())
                        .map(TargetFacts::kind)
                        .filter(kind -> kind == TargetKind.ONE_HOT)
                        .isPresent();
                return oneOfMany
                        && EnumSet.of(LossKind.MSE, LossKind.L2, LossKind.MAE, LossKind.L1)
                                .contains(output.loss())
                        && Set.of("sigmoid", "relu").contains(output.activation())
                        && run.learning().judged()
                        && !run.learning().well();
            }
        };

        private final ActivationFunction better;
        private final String cause;
        private final String remedy;

        Pair(ActivationFunction better, String cause, String remedy) {
            this.better = better;
            this.cause = cause;
            this.remedy = remedy;
        }

        abstract boolean applies(OutputFacts output, RuleContext run);

        static boolean known(OutputFacts output) {
            return !output.activation().isEmpty() && !output.activation().equals("logsoftmax");
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
        return Arrays.stream(Pair.values())
                .filter(pair -> pair.applies(output, run))
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
