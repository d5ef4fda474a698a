package gradientlab.lab.run;

import java.util.Collection;
import java.util.Locale;

/**
 * Mean and standard deviation (n − 1) of one figure over repetitions.
 *
 * @param count how many
 * @param mean NaN if any of them is
 * @param std NaN for fewer than two
 */
public record MeanStd(int count, double mean, double std) {

    /** From here on, digits would be counted rather than read. */
    private static final double LARGE = 1e6;

    public static MeanStd of(Collection<? extends Number> values) {
        double mean = values.stream().mapToDouble(Number::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(v -> (v.doubleValue() - mean) * (v.doubleValue() - mean))
                .sum();
        int n = values.size();
        return new MeanStd(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    /** "mean ± std" with a number of decimals; the mean alone for one repetition. Large numbers have an exponent. */
    public String text(int decimals) {
        return count < 2 ? text(mean, decimals) : text(mean, decimals) + " ± " + text(std, decimals);
    }

    private static String text(double value, int decimals) {
        boolean large = Math.abs(value) >= LARGE && Double.isFinite(value);
        return String.format(Locale.ROOT, large ? "%.2e" : "%." + decimals + "f", value);
    }
}
