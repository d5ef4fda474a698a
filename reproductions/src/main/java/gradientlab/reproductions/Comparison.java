package gradientlab.reproductions;

import java.util.Locale;

/**
 * One published number beside the measured one.
 *
 * @param quantity what it is
 * @param published the number of the source
 * @param measured the same from our run
 * @param tested the number that has to lie within the bounds: the measured one, or the published one where the bounds are
 *     the spread of many runs and the source has one
 * @param low the lower bound
 * @param high the upper bound
 */
public record Comparison(String quantity, double published, double measured, double tested, double low, double high) {

    /** The measured number has to lie within a share of the published one. */
    static Comparison within(String quantity, double published, double measured, double share) {
        return near(quantity, published, measured, Math.abs(published) * share);
    }

    /** The measured number has to lie within a margin of the published one, in its unit. */
    static Comparison near(String quantity, double published, double measured, double margin) {
        return new Comparison(quantity, published, measured, measured, published - margin, published + margin);
    }

    /** The source has no number, but says that what is measured lies above this one. */
    static Comparison above(String quantity, double bound, double measured) {
        return new Comparison(quantity, bound, measured, measured, Math.nextUp(bound), Double.POSITIVE_INFINITY);
    }

    /** The published number, of one draw, has to lie where most of ours lie. */
    static Comparison amongDraws(String quantity, double published, Draws draws) {
        return new Comparison(quantity, published, draws.median(), published, draws.low(), draws.high());
    }

    /** The published number, an expectation, has to lie within three standard errors of the mean of draws. */
    static Comparison ofMean(String quantity, double published, Draws draws) {
        double margin = 3 * draws.standardError();
        return new Comparison(
                quantity, published, draws.mean(), published, draws.mean() - margin, draws.mean() + margin);
    }

    /** Whether it holds; NaN does not. */
    public boolean holds() {
        return tested >= low && tested <= high;
    }

    /** The rule with its numbers. */
    public String rule() {
        if (Double.isInfinite(high)) {
            return "measured above " + text(published);
        }
        String what = tested == measured ? "measured" : "published";
        return what + " within " + text(low) + " … " + text(high);
    }

    static String text(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= 1e-3 && size < 1e5)
                ? String.format(Locale.ROOT, "%.4g", value)
                : String.format(Locale.ROOT, "%.3e", value);
    }
}
