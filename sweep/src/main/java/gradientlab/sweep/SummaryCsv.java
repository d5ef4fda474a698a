package gradientlab.sweep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * summary.csv: one line for each point of {@link SweepSummary}: the axes but the seed, the number of cells and of errors, and of
 * each measure that is a number its mean, standard deviation, and n.
 */
final class SummaryCsv {

    private SummaryCsv() {}

    static byte[] bytes(SweepSpec spec, SweepSummary summary) {
        StringBuilder text = new StringBuilder(CsvLine.of(columns(spec)));
        summary.points().forEach(point -> text.append(CsvLine.of(cells(point))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> columns(SweepSpec spec) {
        List<String> columns = new ArrayList<>();
        spec.axes().stream()
                .map(axis -> axis.knob())
                .filter(knob -> !knob.equals(Knob.SEED))
                .forEach(knob -> columns.add(knob.name()));
        columns.addAll(List.of("cells", "errors"));
        spec.measures().stream().filter(Measure::isNumber).forEach(measure -> {
            columns.add(measure.label() + ".mean");
            columns.add(measure.label() + ".std");
            columns.add(measure.label() + ".n");
        });
        return columns;
    }

    private static List<String> cells(SweepSummary.Point point) {
        List<String> cells = new ArrayList<>();
        point.at().values().forEach(value -> cells.add(String.valueOf(value)));
        cells.add(String.valueOf(point.cells()));
        cells.add(String.valueOf(point.errors()));
        point.measures().values().forEach(figure -> {
            cells.add(String.valueOf(figure.mean()));
            cells.add(String.valueOf(figure.std()));
            cells.add(String.valueOf(figure.n()));
        });
        return cells;
    }
}
