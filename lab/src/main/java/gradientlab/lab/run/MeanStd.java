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

    public static MeanStd of(Collection<? extends Number> values) {
        double mean = values.stream().mapToDouble(Number::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(v -> (v.doubleValue() - mean) * (v.doubleValue() - mean))
                .sum();
        int n = values.size();
        return new MeanStd(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    /** "mean ± std" with a number of decimals; the mean alone for one repetition. */
    public String text(int decimals) {
        String number = "%." + decimals + "f";
        return count < 2
                ? String.format(Locale.ROOT, number, mean)
                : String.format(Locale.ROOT, number + " ± " + number, mean, std);
    }
}
