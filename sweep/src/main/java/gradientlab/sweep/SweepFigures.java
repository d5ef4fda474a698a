package gradientlab.sweep;

import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.run.SettingException;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures of a sweep: of each measure that is a number a heat map over the first two numeric axes, or curves over the
 * only one. What the other axes vary is a map or a curve of its own.
 */
final class SweepFigures {

    private static final int MOST_MAPS = 24;
    private static final int MOST_CURVES = 8;
    private static final int MOST_ROWS_AND_COLUMNS = 60;

    /** What has grown or shrunk by more of these is lost, however much it is. */
    private static final double DECADES = 6;

    /** Numbers that differ by this factor are crowded at the low end of a linear axis. */
    private static final double LOGARITHMIC_FROM = 30;

    private final SweepSpec spec;
    private final SweepSummary summary;
    private final Words words;
    private final List<SweepAxis> numeric;
    private final List<Measure> measures;

    SweepFigures(SweepSpec spec, SweepSummary summary, Words words) {
        this.spec = spec;
        this.summary = summary;
        this.words = words;
        this.numeric = spec.axes().stream()
                .filter(axis -> axis.knob().isNumeric()
                        && !axis.knob().equals(Knob.SEED)
                        && axis.values().size() > 1)
                .toList();
        this.measures = spec.measures().stream()
                .filter(measure -> measure.isNumber() && measure != Measure.SECONDS)
                .toList();
    }

    /** None where no axis is numeric, or there are more values than a figure has room for. */
    List<Figure> all() {
        if (numeric.isEmpty()) {
            return List.of();
        }
        return numeric.size() == 1 ? curves() : maps();
    }

    /** Which maps are not drawn and why, in a sentence; empty where all are, and where there are curves. */
    String left() {
        if (numeric.size() < 2) {
            return "";
        }
        if (isTooLarge()) {
            return " " + words.text("maps.too-large", MOST_ROWS_AND_COLUMNS);
        }
        int maps = measures.size() * byOthers(axesOfMap()).size();
        return maps <= MOST_MAPS ? "" : " " + words.text("maps.first", MOST_MAPS, maps);
    }

    private boolean isTooLarge() {
        return numeric.stream().limit(2).anyMatch(axis -> axis.values().size() > MOST_ROWS_AND_COLUMNS);
    }

    private List<String> axesOfMap() {
        return numeric.stream().limit(2).map(axis -> axis.knob().name()).toList();
    }

    private List<Figure> curves() {
        List<Figure> figures = new ArrayList<>();
        Knob x = numeric.get(0).knob();
        Map<String, List<SweepSummary.Point>> lines = byOthers(List.of(x.name()));
        for (Measure measure : measures) {
            List<Curve> curves = lines.entrySet().stream()
                    .limit(MOST_CURVES)
                    .map(line -> curve(line.getKey(), line.getValue(), x, measure))
                    .toList();
            String left = lines.size() > MOST_CURVES ? " " + words.text("curves.first", MOST_CURVES, lines.size()) : "";
            figures.add(new Figure(
                    measure.label(),
                    words.text("curves.title", measure.label(), x.name()),
                    meaning(measure) + left,
                    new Plot.Curves(axis(numeric.get(0)), axis(measure), curves)));
        }
        return figures;
    }

    /** What is drawn, in two sentences. */
    private String meaning(Measure measure) {
        return measure.meaning(words.language()) + " " + words.text("table.means") + ".";
    }

    private Axis axis(Measure measure) {
        String unit = measure.unit().isEmpty() ? "" : " (" + words.text("unit." + measure.unit()) + ")";
        String label = measure.label() + unit;
        return measure.isLogarithmic() ? Axis.log(label) : Axis.linear(label);
    }

    private static Axis axis(SweepAxis axis) {
        double[] values = axis.values().stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sorted()
                .toArray();
        boolean decades = values[0] > 0 && values[values.length - 1] / values[0] >= LOGARITHMIC_FROM;
        return decades ? Axis.log(label(axis.knob())) : Axis.linear(label(axis.knob()));
    }

    private static String label(Knob knob) {
        return knob.unit().isEmpty() ? knob.name() : knob.name() + " (" + knob.unit() + ")";
    }

    private static Curve curve(String name, List<SweepSummary.Point> points, Knob x, Measure measure) {
        List<SweepSummary.Point> ordered = points.stream()
                .sorted((a, b) -> Double.compare(number(a, x), number(b, x)))
                .toList();
        return Curve.line(
                name.isEmpty() ? measure.label() : name,
                ordered.stream().mapToDouble(point -> number(point, x)).toArray(),
                ordered.stream().mapToDouble(point -> mean(point, measure)).toArray());
    }

    private static double number(SweepSummary.Point point, Knob knob) {
        return ((Number) point.at().get(knob.name())).doubleValue();
    }

    private static double mean(SweepSummary.Point point, Measure measure) {
        return point.measures().get(measure.label()).mean();
    }

    /** The points by what they are on all axes but some, in words. */
    private Map<String, List<SweepSummary.Point>> byOthers(List<String> axes) {
        return summary.points().stream()
                .collect(Collectors.groupingBy(
                        point -> point.at().entrySet().stream()
                                .filter(each -> !axes.contains(each.getKey()))
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", ")),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private List<Figure> maps() {
        if (isTooLarge()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        byOthers(axesOfMap()).forEach((others, points) -> {
            List<Curve> lines = lines(points.get(0));
            measures.forEach(measure -> {
                if (figures.size() < MOST_MAPS) {
                    figures.add(map(figures.size() + 1, others, points, measure, lines));
                }
            });
        });
        return figures;
    }

    /** What theory says of the nets of a map, one of whose points is given; none where its cells cannot be built. */
    private List<Curve> lines(SweepSummary.Point point) {
        try {
            TrainingPlan plan = spec.plan(IntStream.range(0, spec.cells())
                    .filter(cell -> isAt(point, spec.point(cell)))
                    .findFirst()
                    .orElseThrow());
            return TheoryLines.of(plan.spec(), plan.batchSize(), numeric.get(0), numeric.get(1), words);
        } catch (SettingException e) {
            return List.of();
        }
    }

    private static boolean isAt(SweepSummary.Point point, Map<Knob, Object> cell) {
        return cell.entrySet().stream()
                .allMatch(each -> each.getKey().equals(Knob.SEED)
                        || each.getValue().equals(point.at().get(each.getKey().name())));
    }

    private String told(List<Curve> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        boolean normalised = lines.stream().anyMatch(line -> line.label().endsWith("∇"));
        return " " + words.text(normalised ? "lines.gradient" : "lines.correlation");
    }

    private Figure map(int number, String others, List<SweepSummary.Point> points, Measure measure, List<Curve> lines) {
        SweepAxis rows = numeric.get(0);
        SweepAxis columns = numeric.get(1);
        List<List<Double>> values = new ArrayList<>();
        for (Object row : rows.values()) {
            List<Double> line = new ArrayList<>();
            for (Object column : columns.values()) {
                line.add(at(points, rows.knob(), row, columns.knob(), column, measure));
            }
            values.add(line);
        }
        String quantity = measure.isLogarithmic() ? "log10 " + measure.label() : measure.label();
        String where = others.isEmpty() ? "" : ", " + others;
        return new Figure(
                measure.label() + "-" + number,
                quantity + where,
                quantity + where + ". " + meaning(measure) + colours(measure) + told(lines),
                heat(rows, columns, values, measure.isLogarithmic() ? DECADES : Double.MAX_VALUE)
                        .with(lines));
    }

    private String colours(Measure measure) {
        return measure.isLogarithmic() ? " " + words.text("maps.colours") : "";
    }

    /** NaN where no cell of the point is finished. */
    private static double at(
            List<SweepSummary.Point> points, Knob rows, Object row, Knob columns, Object column, Measure measure) {
        double mean = points.stream()
                .filter(point -> point.at().get(rows.name()).equals(row)
                        && point.at().get(columns.name()).equals(column))
                .mapToDouble(point -> mean(point, measure))
                .findFirst()
                .orElse(Double.NaN);
        return measure.isLogarithmic() ? Math.log10(mean) : mean;
    }

    private static Plot.Heat heat(SweepAxis rows, SweepAxis columns, List<List<Double>> values, double most) {
        double[] finite = values.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double low = finite.length == 0 ? 0 : Math.max(-most, rounded(finite[0], RoundingMode.FLOOR));
        double high = finite.length == 0 ? 1 : Math.min(most, rounded(finite[finite.length - 1], RoundingMode.CEILING));
        return new Plot.Heat(
                label(columns.knob()),
                label(rows.knob()),
                names(columns),
                names(rows),
                values,
                low,
                low < high ? high : low + Math.max(1, Math.abs(low)));
    }

    /** The ends of the legend are printed with all of their digits. */
    private static double rounded(double value, RoundingMode mode) {
        return new BigDecimal(value).round(new MathContext(2, mode)).doubleValue();
    }

    private static List<String> names(SweepAxis axis) {
        return axis.values().stream()
                .map(value -> value instanceof Double number ? Numbers.significant(number) : String.valueOf(value))
                .toList();
    }
}
