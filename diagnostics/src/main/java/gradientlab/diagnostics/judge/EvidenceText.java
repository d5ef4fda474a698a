package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Statistics;
import java.util.Arrays;
import java.util.Locale;

/** Small arithmetic and wording shared by the rules. */
final class EvidenceText {

    private EvidenceText() {}

    /** The middle value, the mean of the two middle ones; NaN without values. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** √(mean of squares) from mean and standard deviation; a single value has no spread. */
    static double rms(Statistics statistics) {
        double std = statistics.count() == 1 ? 0 : statistics.std();
        return Math.sqrt(statistics.mean() * statistics.mean() + std * std);
    }

    /** Three significant digits. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.3g", value);
    }

    static String percent(double share) {
        return text(100 * share) + " %";
    }
}
