package gradientlab.lab.figure;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a figure shows. */
public sealed interface Plot {

    /** The same with the names of axes, curves, series and lines told in other words. */
    Plot told(UnaryOperator<String> words);

    /** Curves over two axes. */
    record Curves(Axis x, Axis y, List<Curve> curves) implements Plot {
        public static Curves of(Axis x, Axis y, Curve... curves) {
            return new Curves(x, y, List.of(curves));
        }

        @Override
        public Curves told(UnaryOperator<String> words) {
            return new Curves(
                    x.told(words),
                    y.told(words),
                    curves.stream().map(curve -> curve.told(words)).toList());
        }
    }

    /** Bars over named categories, side by side for each series, from 0 on. */
    record Bars(String x, Axis y, List<String> categories, List<Series> series) implements Plot {

        /** @throws IllegalArgumentException if the axis is logarithmic: it has no 0 where bars could begin */
        public Bars {
            if (y.logarithmic()) {
                throw new IllegalArgumentException("Bars need a linear axis, and \"" + y.label() + "\" is logarithmic");
            }
        }

        @Override
        public Bars told(UnaryOperator<String> words) {
            return new Bars(
                    words.apply(x),
                    y.told(words),
                    categories,
                    series.stream()
                            .map(each -> new Series(words.apply(each.label()), each.values(), each.error()))
                            .toList());
        }
    }

    /**
     * The values of one series of bars.
     *
     * @param error half the length of each error bar, or null for none
     */
    record Series(String label, List<Double> values, List<Double> error) {}

    /** A map of cells that are marked (white) or not (black), row 0 at the bottom. */
    record Cells(String x, String y, List<String> rows) implements Plot {

        /** The character of a marked cell. */
        public static final char MARKED = '#';

        public static final char UNMARKED = '.';

        @Override
        public Cells told(UnaryOperator<String> words) {
            return new Cells(words.apply(x), words.apply(y), rows);
        }
    }

    /**
     * A heat map: numbers in cells, coloured from low (light) to high (dark). A value that is not finite leaves its cell
     * blank.
     *
     * @param x what the columns are
     * @param y what the rows are
     * @param columns names of the columns from the left
     * @param rows names of the rows from the top
     * @param values by row, then column
     * @param low the value of the lightest colour and all below it
     * @param high the value of the darkest colour and all above it
     * @param lines lines over the cells with their names: x counts columns from the left, y rows from the top, both from 0 in
     *     the middle of the first
     */
    record Heat(
            String x,
            String y,
            List<String> columns,
            List<String> rows,
            List<List<Double>> values,
            double low,
            double high,
            List<Curve> lines)
            implements Plot {

        /** Without lines. */
        public Heat(
                String x,
                String y,
                List<String> columns,
                List<String> rows,
                List<List<Double>> values,
                double low,
                double high) {
            this(x, y, columns, rows, values, low, high, List.of());
        }

        @Override
        public Heat told(UnaryOperator<String> words) {
            return new Heat(words.apply(x), words.apply(y), columns, rows, values, low, high)
                    .with(lines.stream().map(line -> line.told(words)).toList());
        }

        /** The same with lines over the cells. */
        public Heat with(List<Curve> others) {
            return new Heat(x, y, columns, rows, values, low, high, others);
        }

        /** @throws IllegalArgumentException if there is not a value for each cell, or the range is empty */
        public Heat {
            if (values.size() != rows.size() || values.stream().anyMatch(row -> row.size() != columns.size())) {
                throw new IllegalArgumentException("A heat map of " + rows.size() + " rows and " + columns.size()
                        + " columns needs a value for each cell, not " + values);
            }
            if (!(low < high)) {
                throw new IllegalArgumentException("A heat map needs a range, not " + low + " to " + high);
            }
        }
    }
}
