package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** A gradient that is summed over the batch is as many times as large as its mean: the learning rate has to be smaller. */
final class LossSummed extends RuleCheck {

    private static final String SOURCE = "DL4J: NeuralNetConfiguration.Builder.miniBatch(boolean)";

    LossSummed() {
        super(Severity.FAULT);
    }

    /** Only where steps are seen to be too large: a learning rate may have been chosen for the sum. */
    @Override
    List<Finding> findings(RuleContext run) {
        int batch = run.history().data().batches().typical();
        boolean summed = !run.history().training().meanOverBatch() && batch > 1;
        boolean large = summed
                && !run.learning().well()
                && (run.found(Rule.NON_FINITE)
                        || run.found(Rule.LOSS_OSCILLATING)
                        || run.found(Rule.STEP_KILLED_UNITS)
                        || StepSizes.of(run).largestBefore(Integer.MAX_VALUE)
                                > run.shared(Limit.LOG10_UPDATE_RATIO_HIGH));
        return large
                ? List.of(run.finding(
                        Rule.LOSS_SUMMED,
                        "",
                        -1,
                        run.start(),
                        Message.of("loss-summed.evidence", String.valueOf(batch)),
                        new Advice(
                                Message.of("loss-summed.cause"),
                                Message.of("loss-summed.remedy", String.valueOf(batch)),
                                Remedy.multiplyLearningRate(1.0 / batch)),
                        SOURCE))
                : List.of();
    }
}
