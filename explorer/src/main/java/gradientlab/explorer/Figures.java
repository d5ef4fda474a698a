package gradientlab.explorer;

import java.util.Locale;

/** Numbers in sentences. */
final class Figures {

    private static final int BASE = 10;

    private Figures() {}

    /** To three figures; very small and very large ones as in 2.6·10⁻⁵. */
    static String text(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size == 0 || (size >= 0.01 && size < 1000)) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e");
        return parts[0] + "·" + BASE + superscript(Integer.parseInt(parts[1]));
    }

    private static String superscript(int exponent) {
        String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        String.valueOf(Math.abs(exponent)).chars().forEach(c -> text.append(digits.charAt(c - '0')));
        return text.toString();
    }
}
