package gradientlab.diagnostics.facts;

/**
 * Whether targets follow from features, by two tests on a sample, each against permuted targets.
 *
 * <p>Features are standardised by column and cut off at ±{@value RelationProbe#CUT}; distances are Euclidean. A relation
 * that shows in neither test may still exist (parity of many bits, for instance): that both find nothing is evidence
 * only where one would expect similar examples to have similar targets, and with enough rows.
 *
 * @param rows examples of the sample; an example that came again in a later batch is in it once, equal examples of one
 *     batch are each in it
 * @param classes whether equal targets are one class; otherwise they are compared by their squared distance
 * @param neighbour classes: share of examples whose nearest other example has the same target; values: mean squared
 *     distance of the targets of nearest neighbours, relative to that of all pairs. Equally near neighbours count equally
 * @param neighbourChance mean of the same with permuted targets
 * @param neighbourStd its standard deviation
 * @param correlation correlation of the distance of features with that of targets over all pairs (Mantel 1967, "The
 *     detection of disease clustering and a generalized regression approach")
 * @param correlationStd standard deviation of the same with permuted targets, whose mean is 0
 */
public record Relation(
        int rows,
        boolean classes,
        double neighbour,
        double neighbourChance,
        double neighbourStd,
        double correlation,
        double correlationStd) {

    /** Not tested. */
    public static final Relation NONE =
            new Relation(0, false, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Whether a test was made: all numbers are there. */
    public boolean tested() {
        return Double.isFinite(neighbourSigmas()) && Double.isFinite(correlationSigmas());
    }

    /** How many standard deviations the neighbours agree better than by chance; NaN when that is not known. */
    public double neighbourSigmas() {
        return (classes ? neighbour - neighbourChance : neighbourChance - neighbour) / neighbourStd;
    }

    /** How many standard deviations the correlation lies above chance; NaN when that is not known. */
    public double correlationSigmas() {
        return correlation / correlationStd;
    }

    /** The stronger evidence of the two; NaN when not tested. */
    public double sigmas() {
        return tested() ? Math.max(neighbourSigmas(), correlationSigmas()) : Double.NaN;
    }
}
