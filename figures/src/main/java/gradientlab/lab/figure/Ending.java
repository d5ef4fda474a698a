package gradientlab.lab.figure;

import gradientlab.language.Catalogue;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a plot cannot show because it is not finite, in words. */
final class Ending {

    /** More names than these are counted. */
    private static final int NAMES = 3;

    private static final int PLACES = 4;

    /** What figures say themselves. */
    static final Catalogue WORDS = Catalogue.of(Ending.class, "figure");

    /** A drawing has room for as many. */
    private static final int MOST_NOTES = 4;

    private final Words words;

    private Ending(Words words) {
        this.words = words;
    }

    /** The same for the head of a drawing: of many sentences the first ones. */
    static List<String> notes(Plot plot, Words words) {
        List<String> notes = sentences(plot, words);
        if (notes.size() <= MOST_NOTES) {
            return notes;
        }
        List<String> shown = new ArrayList<>(notes.subList(0, MOST_NOTES - 1));
        shown.add(words.text("more", notes.size() - shown.size()));
        return shown;
    }

    /** One sentence for the curves, bars or cells that are not finite in the same way; empty where all are finite. */
    static List<String> sentences(Plot plot, Words words) {
        return new Ending(words).sentences(plot);
    }

    private List<String> sentences(Plot plot) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        if (plot instanceof Plot.Curves curves) {
            curves.curves()
                    .forEach(curve -> of(curve, curves.x().label()).ifPresent(how -> add(names, how, curve.label())));
        } else if (plot instanceof Plot.Bars bars) {
            bars.series().forEach(series -> add(names, bars.categories(), series));
        } else if (plot instanceof Plot.Heat heat) {
            heat.values().forEach(row -> row.forEach(value -> addCell(names, value)));
        }
        List<String> sentences = new ArrayList<>();
        names.forEach((how, who) -> sentences.add(how + ": " + listed(who)));
        return sentences;
    }

    private static void add(Map<String, List<String>> names, String how, String name) {
        names.computeIfAbsent(how, key -> new ArrayList<>()).add(name);
    }

    private static void add(Map<String, List<String>> names, List<String> categories, Plot.Series series) {
        for (int i = 0; i < series.values().size(); i++) {
            Double value = series.values().get(i);
            if (value != null && !Double.isFinite(value)) {
                add(names, word(value), categories.get(i) + " (" + series.label() + ")");
            }
        }
    }

    private void addCell(Map<String, List<String>> names, double value) {
        if (!Double.isFinite(value)) {
            add(names, words.text("blank"), words.text("what-is-not-finite"));
        }
    }

    /** Where curves stop being finite, each place once; of many the first ones. */
    static List<Double> places(Plot.Curves plot) {
        return plot.curves().stream()
                .filter(curve -> tail(curve.y()) > 0 && tail(curve.y()) < curve.y().length)
                .map(curve -> curve.x()[tail(curve.y())])
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .limit(PLACES)
                .toList();
    }

    private String listed(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        return distinct.size() <= NAMES
                ? String.join(", ", distinct)
                : String.join(", ", distinct.subList(0, NAMES - 1)) + " "
                        + words.text("more", distinct.size() - NAMES + 1);
    }

    /** From where on a curve is not finite, or how often; empty for a finite one and for one without points. */
    private Optional<String> of(Curve curve, String x) {
        double[] y = curve.y();
        int finite = (int) java.util.Arrays.stream(y).filter(Double::isFinite).count();
        int tail = tail(y);
        if (finite == y.length || curve.style() == Curve.Style.REFERENCE) {
            return Optional.empty();
        }
        if (finite == 0) {
            return Optional.of(words.text("never-finite", word(y[0])));
        }
        boolean atTheEnd = tail < y.length && finite == tail;
        return Optional.of(
                atTheEnd
                        ? words.text("from-on", word(y[tail]), x, text(curve.x()[tail]))
                        : words.text("not-finite-at", y.length - finite, y.length));
    }

    /** The index from which on nothing is finite. */
    static int tail(double[] y) {
        int end = y.length;
        while (end > 0 && !Double.isFinite(y[end - 1])) {
            end--;
        }
        return end;
    }

    private static String word(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
