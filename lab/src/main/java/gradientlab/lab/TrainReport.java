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

    private final RunFolder folder;
    private final RunRecord record;
    private final TrainingPlan plan;
    private final Map<Long, List<Iteration>> metrics;
    private final RunFolder.Snapshots snapshots;
    private final Optional<History> history;
    private final TrainFigures figures;

    private TrainReport(RunFolder folder) throws IOException {
        this.folder = folder;
        record = folder.record();
        plan = record.spec().toPlan();
        metrics = folder.metrics();
        snapshots = folder.snapshots();
        history = folder.history();
        figures = new TrainFigures(metrics.values().iterator().next(), snapshots);
    }

    /**
     * Draws the figures and writes the page from what the folder holds; returns the page's path.
     *
     * @param warnings what the page warns of
     */
    public static Path write(WorkFolder work, List<String> warnings) throws IOException {
        TrainReport report = new TrainReport(new RunFolder(work.path()));
        return ReportFiles.write(work, report.report(warnings));
    }

    /** The sections that the console prints. */
    public static List<Section> sections(RunFolder folder) throws IOException {
        return new TrainReport(folder).sections();
    }

    private List<Section> sections() throws IOException {
        List<Section> sections = new ArrayList<>();
        sections.add(Understood.of(folder.path(), this::section));
        if (history.isPresent()) {
            sections.add(Diagnosis.section(folder, history.get()));
        }
        return sections;
    }

    private Report report(List<String> warnings) throws IOException {
        return new Report(
                "A training of " + name(),
                "Loss, accuracy and the inside of the network before and after training. Every number was measured by the"
                        + " run that wrote this page.",
                warnings,
                sections(),
                ReportFiles.rows(record.provenance()));
    }

    private String name() {
        return PlanName.withoutSeed(plan.spec());
    }

    private Section section() {
        Section.Builder section = Section.of(
                        "training",
                        name() + ", " + protocol(plan),
                        "What do these settings reach, and what do they do inside the network?")
                .answer(answer());
        Divergence.of(metrics, history).ifPresent(section::answer);
        section.table("Figures by repetition", columns(), rows())
                .table(
                        "Layers before and after training, first repetition, on 1,000 training examples",
                        List.of("layer", "std z: start", "end", "std a: start", "end", "std δ: start", "end"),
                        layerRows())
                .figure(figures.loss(record.runs()));
        figures.divergence().ifPresent(section::figure);
        section.figure(figures.ratios());
        figures.histograms(hidden()).forEach(section::figure);
        return section.build();
    }

    private static String protocol(TrainingPlan plan) {
        return plan.spec().optimiser() + " at " + plan.spec().learningRate() + ", batches of " + plan.batchSize() + ", "
                + plan.epochs() + (plan.epochs() == 1 ? " epoch of " : " epochs of ") + plan.batchesPerEpoch()
                + " batches";
    }

    private String answer() {
        return "Initial loss " + spread(RunFigures::initialLoss, 3) + ", last epoch "
                + spread(RunFigures::epochLossLast, 3) + ", test loss " + spread(RunFigures::testLoss, 3)
                + ", accuracy " + spread(RunFigures::testAccuracy, 4) + ".";
    }

    private String spread(ToDoubleFunction<RunFigures> figure, int decimals) {
        return MeanStd.of(record.runs().stream().map(figure::applyAsDouble).toList())
                .text(decimals);
    }

    private static List<String> columns() {
        return List.of(
                "seed",
                "initial loss",
                "first epoch",
                "last epoch",
                "test loss",
                "accuracy",
                "beyond 0.99: start",
                "end");
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
