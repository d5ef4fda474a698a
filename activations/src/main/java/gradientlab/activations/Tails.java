package gradientlab.activations;

import java.util.function.DoubleUnaryOperator;

/**
 * Where the slope of a function falls off for good.
 *
 * @param steepest a z of greatest |slope|
 * @param low where the lower tail begins: from here down |slope| never rises again; NaN without such a tail
 * @param high where the upper tail begins: from here up |slope| never rises again; NaN without such a tail
 */
record Tails(double steepest, double low, double high) {

    /** A slope with a lower bound above 0 on both sides: it never saturates. */
    static final Tails NONE = new Tails(1, Double.NaN, Double.NaN);

    /** Every tail is flat long before this z. */
    private static final double FAR = 100;

    /** Steepest at one z, falling off on both sides of it. */
    static Tails both(double steepest) {
        return new Tails(steepest, steepest, steepest);
    }

    /** Flat on the lower side alone. */
    static Tails lower(double steepest, double low) {
        return new Tails(steepest, low, Double.NaN);
    }

    /** The z with |slope| of at least a share of its maximum, tails apart; undefined for a slope that is NaN. */
    ActiveRange range(DoubleUnaryOperator slope, double share) {
        double limit = share * Math.abs(slope.applyAsDouble(steepest));
        if (Double.isNaN(limit)) {
            return ActiveRange.UNDEFINED;
        }
        return new ActiveRange(
                Double.isNaN(low) ? Double.NEGATIVE_INFINITY : flatEnd(slope, limit, low, -FAR),
                Double.isNaN(high) ? Double.POSITIVE_INFINITY : flatEnd(slope, limit, high, FAR));
    }

    /** Bisection down to neighbouring doubles: the z nearest to the tail's beginning with |slope| under the limit. */
    private static double flatEnd(DoubleUnaryOperator slope, double limit, double from, double to) {
        double steep = from;
        double flat = to;
        double middle = (steep + flat) / 2;
        while (middle != steep && middle != flat) {
            if (Math.abs(slope.applyAsDouble(middle)) < limit) {
                flat = middle;
            } else {
                steep = middle;
            }
            middle = (steep + flat) / 2;
        }
        return flat;
    }
}
