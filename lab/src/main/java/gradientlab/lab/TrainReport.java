package gradientlab.lab;

import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.history.History;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Iteration;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.RunRecord;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.language.Words;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Makes the report of one trained plan from its run folder. */
public final class TrainReport {

    private static final Catalogue WORDS = Catalogue.of(TrainReport.class, "train");

    private final RunFolder folder;
    private final RunRecord record;
    private final TrainingPlan plan;
    private final Map<Long, List<Iteration>> metrics;
    private final RunFolder.Snapshots snapshots;
    private final Optional<History> history;
    private final Words words;
    private final TrainFigures figures;

    private TrainReport(RunFolder folder, Language language) throws IOException {
        this.folder = folder;
        record = folder.record();
        plan = record.spec().toPlan();
        metrics = folder.metrics();
        snapshots = folder.snapshots();
        history = folder.history();
        words = WORDS.in(language);
        figures = new TrainFigures(metrics.values().iterator().next(), snapshots, words);
    }

    /**
     * Draws the figures and writes the page, in every language, from what the folder holds; returns the page's path.
     *
     * @param warnings what the page warns of
     * @param style how the page is shown
     */
    public static Path write(WorkFolder work, List<String> warnings, ReportStyle style) throws IOException {
        List<Report> reports = new ArrayList<>();
        for (Language language : style.languages()) {
            reports.add(new TrainReport(new RunFolder(work.path()), language).report(warnings));
        }
        return ReportFiles.write(work, reports, style.answers());
    }

    /** The sections that the console prints. */
    public static List<Section> sections(RunFolder folder, Language language) throws IOException {
        return new TrainReport(folder, language).sections();
    }

    private List<Section> sections() throws IOException {
        List<Section> sections = new ArrayList<>();
        sections.add(Understood.of(folder.path(), this::section));
        if (history.isPresent()) {
            sections.add(Diagnosis.section(folder, history.get(), words));
        }
        return sections;
    }

    private Report report(List<String> warnings) throws IOException {
        return new Report(
                words.language(),
                words.text("report.title", name()),
                words.text("report.introduction"),
                warnings,
                sections(),
                ReportFiles.rows(record.provenance(), words.language()));
    }

    private String name() {
        return Told.plan(PlanName.withoutSeed(plan.spec()), words.language());
    }

    private Section section() {
        Section.Builder section = Section.of("training", name() + ", " + protocol(), words.text("training.asked"))
                .answer(answer());
        Divergence.of(metrics, history, words).ifPresent(section::answer);
        String end = words.text("training.end");
        section.table(words.text("training.by-repetition"), columns(), rows())
                .table(
                        words.text("training.layers"),
                        List.of(
                                words.text("training.layer"),
                                words.text("training.start-of", "z"),
                                end,
                                words.text("training.start-of", "a"),
                                end,
                                words.text("training.start-of", "δ"),
                                end),
                        layerRows())
                .figure(figures.loss(record.runs()));
        figures.divergence().ifPresent(section::figure);
        section.figure(figures.ratios());
        figures.histograms(hidden()).forEach(section::figure);
        return section.build();
    }

    private String protocol() {
        return words.text(
                "training.protocol",
                plan.spec().optimiser(),
                plan.spec().learningRate(),
                plan.batchSize(),
                plan.epochs(),
                plan.batchesPerEpoch());
    }

    private String answer() {
        return words.text(
                "training.answer",
                spread(RunFigures::initialLoss, 3),
                spread(RunFigures::epochLossLast, 3),
                spread(RunFigures::testLoss, 3),
                spread(RunFigures::testAccuracy, 4));
    }

    private String spread(ToDoubleFunction<RunFigures> figure, int decimals) {
        return MeanStd.of(record.runs().stream().map(figure::applyAsDouble).toList())
                .text(decimals);
    }

    private List<String> columns() {
        return List.of(
                words.text("training.seed"),
                words.text("training.initial-loss"),
                words.text("training.first-epoch"),
                words.text("training.last-epoch"),
                words.text("training.test-loss"),
                words.text("training.accuracy"),
                words.text("training.beyond-at-start"),
                words.text("training.end"));
    }

    private List<List<String>> rows() {
        return record.runs().stream()
                .map(run -> List.of(
                        String.valueOf(run.seed()),
                        Numbers.fixed(run.initialLoss(), 4),
                        Numbers.fixed(run.epochLossFirst(), 4),
                        Numbers.fixed(run.epochLossLast(), 4),
                        Numbers.fixed(run.testLoss(), 4),
                        Numbers.fixed(run.testAccuracy(), 4),
                        Numbers.percent(run.saturatedAtStart(), 2),
                        Numbers.percent(run.saturatedAtEnd(), 2)))
                .toList();
    }

    private List<List<String>> layerRows() {
        return IntStream.range(0, snapshots.start().layers().size())
                .mapToObj(i -> {
                    LayerSnapshot start = snapshots.start().layers().get(i);
                    LayerSnapshot end = snapshots.end().layers().get(i);
                    return List.of(
                            start.name(),
                            Numbers.significant(
                                    start.preActivation().statistics().std()),
                            Numbers.significant(end.preActivation().statistics().std()),
                            Numbers.significant(start.activation().statistics().std()),
                            Numbers.significant(end.activation().statistics().std()),
                            Numbers.significant(start.delta().statistics().std()),
                            Numbers.significant(end.delta().statistics().std()));
                })
                .toList();
    }

    /** The layers that hold a nonlinearity: those between the affine maps and the output. */
    private List<Integer> hidden() {
        String prefix = plan.spec().activation().label() + "-";
        return IntStream.range(0, snapshots.start().layers().size())
                .filter(i -> snapshots.start().layers().get(i).name().startsWith(prefix))
                .boxed()
                .toList();
    }
}
