package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.BatchFacts;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** One small batch again and again: a data set of that size, or an iterator that is reset at each step. */
final class BatchRepeated extends RuleCheck {

    /** Fewer examples are a whole data set as often as a batch, unless each has more columns than there are examples. */
    private static final int LEAST = 17;

    /** A batch of this many examples may be a whole data set as well. */
    private static final int MOST = 64;

    /** Columns of the widest input; 0 when it is not known. */
    private static int columns(RuleContext run) {
        return run.history().data().inputs().stream()
                .mapToInt(input -> input.columns().columns())
                .max()
                .orElse(0);
    }

    BatchRepeated() {
        super(Severity.FAULT, Limit.REPEATED_BATCHES);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        BatchFacts batches = run.history().data().batches();
        boolean repeated = batches.distinct() == 1
                && batches.seen() >= run.limit(Limit.REPEATED_BATCHES)
                && (batches.typical() >= LEAST || batches.typical() < columns(run))
                && batches.typical() <= MOST;
        return repeated
                ? List.of(run.finding(
                        Rule.BATCH_REPEATED,
                        "",
                        run.start(),
                        Message.of(
                                "batch-repeated.evidence",
                                String.valueOf(batches.seen()),
                                String.valueOf(batches.typical()),
                                EvidenceText.count(run.limit(Limit.REPEATED_BATCHES))),
                        new Advice(
                                Message.of("batch-repeated.cause"),
                                Message.of("batch-repeated.remedy"),
                                Remedy.CHECK_DATA),
                        Limit.REPEATED_BATCHES))
                : List.of();
    }
}
