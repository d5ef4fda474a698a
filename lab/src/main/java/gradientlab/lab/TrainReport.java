package gradientlab.lab;

import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.history.History;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
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
import java.util.stream.Stream;

/** Makes the report of one trained plan from its run folder. */
public final class TrainReport {

    private final RunRecord record;
    private final TrainingPlan plan;
    private final Map<Long, List<Iteration>> metrics;
    private final RunFolder.Snapshots snapshots;
    private final Optional<History> history;

    private TrainReport(RunFolder folder) throws IOException {
        record = folder.record();
        plan = record.spec().toPlan();
        metrics = folder.metrics();
        snapshots = folder.snapshots();
        history = folder.history();
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

    private List<Section> sections() {
        return Stream.concat(Stream.of(section()), history.map(Diagnosis::section).stream())
                .toList();
    }

    private Report report(List<String> warnings) {
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
                .answer(answer())
                .table("Figures by repetition", columns(), rows())
                .table(
                        "Layers before and after training, first repetition, on 1,000 training examples",
                        List.of("layer", "std z: start", "end", "std a: start", "end", "std δ: start", "end"),
                        layerRows())
                .figure(lossFigure())
                .figure(ratioFigure());
        hidden().forEach(i -> section.figure(histogram(i)));
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

    private Figure lossFigure() {
        List<Curve> curves = record.runs().stream()
                .map(run -> Curve.counted("seed " + run.seed(), 1, run.epochLoss()))
                .toList();
        return new Figure(
                "loss-per-epoch",
                "The loss per epoch",
                "Mean over the epoch of the batches' losses, each before its update.",
                new Plot.Curves(
                        Axis.linear("epoch"),
                        Axis.linear("mean loss of the epoch's batches (nats)").from(0),
                        curves));
    }

    private Figure ratioFigure() {
        List<Iteration> steps = metrics.values().iterator().next();
        List<Curve> curves = new ArrayList<>();
        for (String weights : steps.get(0).logRatios().keySet()) {
            curves.add(Curve.counted(
                    weights,
                    0,
                    steps.stream().map(step -> step.logRatios().get(weights)).toList()));
        }
        curves.add(Curve.reference("10⁻³", 0, -3, Math.max(1, steps.size() - 1.0), -3));
        return new Figure(
                "update-ratio",
                "Update:parameter ratio",
                "log10 of the std of each update over the std of the weights it changes, first repetition.",
                new Plot.Curves(Axis.linear("step"), Axis.linear("log10 update:parameter ratio"), curves));
    }

    /** The layers that hold a nonlinearity: those between the affine maps and the output. */
    private List<Integer> hidden() {
        String prefix = plan.spec().activation().label() + "-";
        return IntStream.range(0, snapshots.start().layers().size())
                .filter(i -> snapshots.start().layers().get(i).name().startsWith(prefix))
                .boxed()
                .toList();
    }

    private Figure histogram(int layer) {
        LayerSnapshot start = snapshots.start().layers().get(layer);
        LayerSnapshot end = snapshots.end().layers().get(layer);
        return new Figure(
                "activations-" + start.name(),
                "Activations of " + start.name(),
                "On 1,000 training examples, before the first step and after the last, first repetition.",
                Plot.Curves.of(
                        Axis.linear("activation"),
                        Axis.linear("density").from(0),
                        Curve.density("start", start.activation().histogram()),
                        Curve.density("end", end.activation().histogram())));
    }
}
