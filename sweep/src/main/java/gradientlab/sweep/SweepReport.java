package gradientlab.sweep;

import gradientlab.lab.ReportFiles;
import gradientlab.lab.ReportStyle;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Provenance;
import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.language.Words;
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

    /** What is said of sweeps. */
    static final Catalogue WORDS = Catalogue.of(SweepReport.class, "sweep");

    private final SweepSpec spec;
    private final SweepSummary summary;
    private final Words words;

    private SweepReport(SweepSpec spec, SweepSummary summary, Language language) {
        this.spec = spec;
        this.summary = summary;
        this.words = WORDS.in(language);
    }

    /** Writes the page in every language. */
    static Path write(WorkFolder work, SweepSpec spec, SweepSummary summary, Provenance provenance, ReportStyle style)
            throws IOException {
        List<Report> reports = style.languages().stream()
                .map(language -> new SweepReport(spec, summary, language).report(provenance))
                .toList();
        return ReportFiles.write(work, reports, style.answers());
    }

    /** The part that the console prints. */
    static Section section(SweepSpec spec, SweepSummary summary, Language language) {
        return new SweepReport(spec, summary, language).section();
    }

    private Report report(Provenance provenance) {
        return new Report(
                words.language(),
                words.text("report.title", axisNames()),
                words.text("report.introduction"),
                List.of(),
                List.of(section()),
                ReportFiles.rows(provenance, words.language()));
    }

    private String axisNames() {
        return spec.axes().stream().map(axis -> axis.knob().name()).collect(Collectors.joining(", "));
    }

    private Section section() {
        SweepFigures figures = new SweepFigures(spec, summary, words);
        Section.Builder section = Section.of(
                        "sweep",
                        words.text("section.title", axisNames()),
                        words.text("section.asked", measureNames(), axisNames()))
                .answer(answer())
                .text(axes() + SweepTheory.sentence(spec, words) + figures.left());
        for (Figure figure : figures.all()) {
            section.figure(figure);
        }
        int points = summary.points().size();
        String caption =
                points > MOST_ROWS ? words.text("table.first-rows", MOST_ROWS, points) : words.text("table.means");
        return section.table(caption, columns(), rows()).build();
    }

    private String measureNames() {
        return spec.measures().stream().map(Measure::label).collect(Collectors.joining(", "));
    }

    private String answer() {
        int cells =
                summary.points().stream().mapToInt(SweepSummary.Point::cells).sum();
        int errors =
                summary.points().stream().mapToInt(SweepSummary.Point::errors).sum();
        return words.text("answer.finished", cells, spec.cells())
                + diverged()
                + (errors == 0 ? "." : words.text("answer.errors", errors));
    }

    private String diverged() {
        String name = Measure.DIVERGED_AT.label();
        int count = summary.points().stream()
                .filter(point -> point.measures().containsKey(name))
                .mapToInt(point -> point.measures().get(name).n())
                .sum();
        return count == 0 ? "" : words.text("answer.diverged", count);
    }

    private String axes() {
        return spec.axes().stream()
                .map(axis -> words.text(
                        "axis.values",
                        axis.knob().name(),
                        words.retoldSentence(axis.range(), "told."),
                        axis.values().size()))
                .collect(Collectors.joining(", ", words.text("axes") + " ", "."));
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(
                summary.points().isEmpty()
                        ? List.of()
                        : summary.points().get(0).at().keySet());
        if (columns.isEmpty()) {
            columns.add(words.text("table.point"));
        }
        columns.add(words.text("table.cells"));
        spec.measures().stream().filter(Measure::isNumber).forEach(measure -> columns.add(measure.label()));
        return columns;
    }

    private List<List<String>> rows() {
        return summary.points().stream().limit(MOST_ROWS).map(this::row).toList();
    }

    private List<String> row(SweepSummary.Point point) {
        List<String> row = new ArrayList<>();
        point.at().values().forEach(value -> row.add(String.valueOf(value)));
        if (row.isEmpty()) {
            row.add(words.text("table.all-seeds"));
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
