package gradientlab.diagnostics.facts;

/**
 * Regularisation of the weights, with the values of the first iteration that was seen.
 *
 * @param l1 l1 · sign(w) is added to the gradient of a weight, l1 · Σ|w| to the score
 * @param l2 l2 · w is added to the gradient of a weight, l2 · Σw² / 2 to the score
 * @param weightDecay share of a weight that a step subtracts, by the unit of the learning rate: an update subtracts
 *     rate · weightDecay · w; for a decay that ignores the rate, its coefficient divided by the rate: infinite at a rate
 *     of 0 and NaN for an updater without one
 */
public record Penalty(double l1, double l2, double weightDecay) {

    /** No regularisation. */
    public static final Penalty NONE = new Penalty(0, 0, 0);

    /** Whether there is any. */
    public boolean any() {
        return l1 != 0 || l2 != 0 || weightDecay != 0;
    }
}
