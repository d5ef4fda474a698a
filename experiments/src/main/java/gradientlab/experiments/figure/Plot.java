package gradientlab.experiments.figure;

import java.util.List;

/** What a figure shows. */
public sealed interface Plot {

    /** Curves over two axes. */
    record Curves(Axis x, Axis y, List<Curve> curves) implements Plot {
        public static Curves of(Axis x, Axis y, Curve... curves) {
            return new Curves(x, y, List.of(curves));
        }
    }

    /** Bars over named categories, side by side for each series. */
    record Bars(String x, Axis y, List<String> categories, List<Series> series) implements Plot {}

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
    }
}
