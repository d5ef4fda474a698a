package gradientlab.lab.figure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Names of series below a plot, in as many rows as they take. */
final class Legend {

    private static final int MOST = 12;
    private static final int SAMPLE = 28;
    private static final int BESIDE = 6;
    private static final int BETWEEN = 18;
    private static final int RISE = 5;

    private Legend() {}

    /** A name, and what draws a sample of the series around a place. */
    record Entry(String label, Sample sample) {}

    /** Draws what a series looks like, from one place to another at a height. */
    interface Sample {
        void draw(double from, double to, double y);
    }

    /** The indices of the curves that are named: all, or of very many some at equal distances, and all references. */
    static Set<Integer> of(List<Curve> curves) {
        List<Integer> data = IntStream.range(0, curves.size())
                .filter(i -> curves.get(i).style() != Curve.Style.REFERENCE)
                .boxed()
                .toList();
        Set<Integer> named = new TreeSet<>();
        IntStream.range(0, curves.size()).filter(i -> !data.contains(i)).forEach(named::add);
        Evenly.chosen(data.size(), MOST).forEach(i -> named.add(data.get(i)));
        return named;
    }

    /** Draws the entries from a height on; returns what lies below. */
    static double draw(Paper paper, List<Entry> entries, double top) {
        double x = 0;
        double y = top + Lettering.LINE;
        for (Entry entry : entries) {
            double width = SAMPLE + BESIDE + Lettering.width(entry.label());
            if (x > 0 && x + width > Plotter.WIDTH) {
                x = 0;
                y += Lettering.LINE;
            }
            entry.sample().draw(x, x + SAMPLE, y - RISE);
            double left = x + SAMPLE + BESIDE;
            double below = Sheet.lines(
                    paper,
                    entry.label(),
                    left,
                    y - Lettering.LINE + RISE,
                    Plotter.WIDTH - left,
                    Lettering.LEFT,
                    Palette.TEXT);
            y = below - RISE;
            x += width + BETWEEN;
        }
        return entries.isEmpty() ? top : y + BESIDE;
    }
}
