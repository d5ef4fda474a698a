package gradientlab.diagnostics.judge;

import java.util.Locale;

/** Numbers as findings print them: three significant digits, the same in every language. */
public final class EvidenceText {

    private EvidenceText() {}

    /** 0.0595, 9.59, 83.7, 1200, 1.0e-05; exactly 0 is "0". */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.3g", value);
    }

    /** A limit of things that are counted: 20; not whole, as a limit may be set, as any number. */
    static String count(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e5 ? String.valueOf((long) value) : text(value);
    }

    static String percent(double share) {
        return text(100 * share) + " %";
    }

    /** 10^-5.23 for −5.23: fixed decimals, so that an exponent near 0 is not written with one itself. */
    static String powerOfTen(double exponent) {
        if (!Double.isFinite(exponent)) {
            return "10^" + exponent;
        }
        // + 0.0 turns -0.0 into 0.0
        double rounded = Math.rint(exponent * 1000) / 1000 + 0.0;
        return "10^" + String.format(Locale.ROOT, Math.abs(rounded) >= 1 ? "%.2f" : "%.3f", rounded);
    }
}
