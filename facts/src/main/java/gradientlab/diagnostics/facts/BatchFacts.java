package gradientlab.diagnostics.facts;

/**
 * The batches of a training, as far as they were looked at.
 *
 * @param steps steps that were made
 * @param seen batches that were looked at
 * @param smallest examples of the smallest
 * @param typical most frequent number of examples; the larger of equally frequent ones
 * @param distinct different batches, whatever the order of their examples
 * @param examples examples of all batches looked at
 * @param distinctExamples different examples among them; at most {@value ExampleLog#KNOWN} are counted
 * @param conflicting examples whose features had come before with other targets
 */
public record BatchFacts(
        long steps,
        long seen,
        int smallest,
        int typical,
        int distinct,
        long examples,
        int distinctExamples,
        long conflicting) {

    /** Nothing was seen. */
    public static final BatchFacts NONE = new BatchFacts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Share of the batches that had been seen before; NaN without batches. */
    public double repeatedShare() {
        return 1 - (double) distinct / seen;
    }
}
