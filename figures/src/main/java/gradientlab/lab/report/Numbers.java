package gradientlab.lab.report;

import java.util.Locale;

/** Numbers as the report and the console show them. */
public final class Numbers {

    private static final double LARGE = 1e6;

    private Numbers() {}

    /** With a number of decimals, from a million on with an exponent; "NaN" and "Infinity" as they are. */
    public static String fixed(double value, int decimals) {
        String form = Math.abs(value) >= LARGE ? "%.2e" : "%." + decimals + "f";
        return Double.isFinite(value) ? String.format(Locale.ROOT, form, value) : "" + value;
    }

    /** Three significant digits, with an exponent where that is shorter. */
    public static String significant(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "" + value;
        }
        double size = Math.abs(value);
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A share 0..1 as per cent. */
    public static String percent(double share, int decimals) {
        return fixed(100 * share, decimals) + " %";
    }
}
