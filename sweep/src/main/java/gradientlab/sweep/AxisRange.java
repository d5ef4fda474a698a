package gradientlab.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Spells out the ranges of an axis.
 *
 * <p>Spaced numbers have six significant digits, so that a table and a command line show the number that was used.
 */
final class AxisRange {

    private static final String NUMBER = "([-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)";
    private static final Pattern RANGE =
            Pattern.compile("(log\\()?" + NUMBER + "\\.\\." + NUMBER + "(\\))?(?::(\\d{1,6}))?");
    private static final MathContext DIGITS = new MathContext(6);

    private final Knob knob;
    private final String text;
    private final boolean logarithmic;
    private final double low;
    private final double high;

    private AxisRange(Knob knob, String text, Matcher range) {
        this.knob = knob;
        this.text = text;
        logarithmic = range.group(1) != null;
        low = Double.parseDouble(range.group(2));
        high = Double.parseDouble(range.group(3));
    }

    /**
     * The values of an element of the list, as text.
     *
     * @throws IllegalArgumentException naming the axis, the rule and the value
     */
    static List<String> values(Knob knob, String text) {
        Matcher range = RANGE.matcher(text);
        boolean matches = range.matches() && (range.group(1) == null) == (range.group(4) == null);
        if (!knob.isNumeric() || !matches) {
            return List.of(text);
        }
        return new AxisRange(knob, text, range).spelt(range.group(5));
    }

    private List<String> spelt(String count) {
        require(low < high, "needs the smaller number first");
        require(!logarithmic || low > 0, "needs numbers above 0 in log(…)");
        if (count == null) {
            require(knob.isWhole() && !logarithmic, "needs a number of values, as in " + text + ":10");
            require(high - low < Grid.MOST_CELLS, "has more than " + Grid.MOST_CELLS + " values");
            return LongStream.rangeClosed((long) low, (long) high)
                    .mapToObj(String::valueOf)
                    .toList();
        }
        int n = Integer.parseInt(count);
        require(n >= 2 && n <= Grid.MOST_CELLS, "needs 2 to " + Grid.MOST_CELLS + " values");
        IntToDoubleFunction at =
                logarithmic ? i -> low * Math.pow(high / low, i / (n - 1.0)) : i -> low + (high - low) * i / (n - 1.0);
        return IntStream.range(0, n)
                .mapToObj(i -> written(i == n - 1 ? high : at.applyAsDouble(i)))
                .toList();
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("axis " + knob.name() + " " + rule + ", not '" + text + "'");
        }
    }

    private String written(double value) {
        return knob.isWhole()
                ? String.valueOf(Math.round(value))
                : String.valueOf(new BigDecimal(value).round(DIGITS).doubleValue());
    }
}
