package gradientlab.sweep;

import gradientlab.lab.ReportFiles;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Provenance;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the report of a sweep from its summary. */
final class SweepReport {

    /** A page with more rows is for a program, which reads summary.csv. */
    private static final int MOST_ROWS = 200;

    private final SweepSpec spec;
    private final SweepSummary summary;

    private SweepReport(SweepSpec spec, SweepSummary summary) {
        this.spec = spec;
        this.summary = summary;
    }

    static Path write(WorkFolder work, SweepSpec spec, SweepSummary summary, Provenance provenance) throws IOException {
        return ReportFiles.write(work, new SweepReport(spec, summary).report(provenance));
    }

    /** The part that the console prints. */
    static Section section(SweepSpec spec, SweepSummary summary) {
        return new SweepReport(spec, summary).section();
    }

    private Report report(Provenance provenance) {
        return new Report(
                "A sweep over " + axisNames(),
                "What becomes of a network when its settings change. Every number was measured by the sweep that wrote"
                        + " this page; results.csv beside it has the row and the command of each cell.",
                List.of(section()),
                ReportFiles.rows(provenance));
    }

    private String axisNames() {
        return spec.axes().stream().map(axis -> axis.knob().name()).collect(Collectors.joining(", "));
    }

    private Section section() {
        SweepFigures figures = new SweepFigures(spec, summary);
        Section.Builder section = Section.of(
                        "sweep",
                        "Sweep over " + axisNames(),
                        "How do " + measureNames() + " depend on " + axisNames() + "?")
                .answer(answer())
                .text(axes() + SweepTheory.sentence(spec) + figures.left());
        for (Figure figure : figures.all()) {
            section.figure(figure);
        }
        String more = summary.points().size() > MOST_ROWS
                ? ": the first " + MOST_ROWS + " of " + summary.points().size() + " points, all are in summary.csv"
                : "";
        return section.table("Means over the cells of each point" + more, columns(), rows())
                .build();
    }

    private String measureNames() {
        return spec.measures().stream().map(Measure::label).collect(Collectors.joining(", "));
    }

    private String answer() {
        int cells =
                summary.points().stream().mapToInt(SweepSummary.Point::cells).sum();
        int errors =
                summary.points().stream().mapToInt(SweepSummary.Point::errors).sum();
        return cells + " of " + spec.cells() + " cells are finished" + diverged()
                + (errors == 0 ? "." : "; " + errors + " could not be built or trained, results.csv says why.");
    }

    private String diverged() {
        String name = Measure.DIVERGED_AT.label();
        int count = summary.points().stream()
                .filter(point -> point.measures().containsKey(name))
                .mapToInt(point -> point.measures().get(name).n())
                .sum();
        return count == 0 ? "" : ", " + count + " of them diverged";
    }

    private String axes() {
        return spec.axes().stream()
                .map(axis -> axis.knob().name() + " " + axis.range() + " ("
                        + axis.values().size() + " values)")
                .collect(Collectors.joining(", ", "Axes: ", "."));
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(
                summary.points().isEmpty()
                        ? List.of()
                        : summary.points().get(0).at().keySet());
        if (columns.isEmpty()) {
            columns.add("point");
        }
        columns.add("cells");
        spec.measures().stream().filter(Measure::isNumber).forEach(measure -> columns.add(measure.label()));
        return columns;
    }

    private List<List<String>> rows() {
        return summary.points().stream().limit(MOST_ROWS).map(SweepReport::row).toList();
    }

    private static List<String> row(SweepSummary.Point point) {
        List<String> row = new ArrayList<>();
        point.at().values().forEach(value -> row.add(String.valueOf(value)));
        if (row.isEmpty()) {
            row.add("all seeds");
        }
        row.add(String.valueOf(point.cells()));
        point.measures().values().forEach(figure -> row.add(text(figure)));
        return row;
    }

    private static String text(SweepSummary.Figure figure) {
        String mean = Numbers.significant(figure.mean());
        return Double.isNaN(figure.std()) ? mean : mean + " ± " + Numbers.significant(figure.std());
    }
}
