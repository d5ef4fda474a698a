package gradientlab.sweep;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.Preflight;
import gradientlab.engine.Engine;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.StepTrainer;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import gradientlab.sweep.Measure.Source;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What makes the row of a cell: of the same plan the same bits (but for {@link Measure#SECONDS}), whatever runs beside it.
 * May be used from several threads.
 */
public final class CellFunction {

    private static final double NANOS = 1e9;
    private static final Progress.Task UNSEEN = Progress.NONE.begin("", 0);

    private final MnistDataset data;
    private final Engine engine;
    private final Trainer trainer;
    private final StepTrainer steps;

    /** @param interruption ends a training that is under way */
    public CellFunction(MnistDataset data, Engine engine, Interruption interruption) {
        Watch watch = new Watch(name -> List.of(), Progress.NONE, interruption);
        this.data = data;
        this.engine = engine;
        this.trainer = new Trainer(data, watch, engine);
        this.steps = new StepTrainer(watch, engine);
    }

    /**
     * The row.
     *
     * @param plan the network, its batches, and how long it is trained
     * @param trained whether it is trained, or only looked at as it is when it is fresh
     * @throws IllegalArgumentException if data or memory do not allow the plan
     * @throws Interruption.Interrupted if asked to stop
     */
    public CellRow row(TrainingPlan plan, boolean trained, List<Measure> measures) {
        CellResult result = result(plan, trained, measures);
        return new CellRow(measures.stream().map(measure -> measure.of(result)).toList(), "");
    }

    private CellResult result(TrainingPlan plan, boolean trained, List<Measure> measures) {
        long begun = processorNanos();
        trainer.check(plan);
        Set<Source> sources = measures.stream().map(Measure::source).collect(Collectors.toSet());
        DataSet first = trainer.firstBatch(plan);
        MultiLayerNetwork network = plan.spec().toNetwork(first.getFeatures());
        Fresh fresh = fresh(network, first, sources);
        List<Double> losses = trained ? train(plan, network) : List.of();
        return new CellResult(
                plan.spec(),
                fresh.capture(),
                fresh.findings(),
                losses,
                sources.contains(Source.END) ? capture(network, inside()) : null,
                sources.contains(Source.TESTED) ? test(network, Evaluation.LECTURE_TEST_EXAMPLES) : null,
                sources.contains(Source.TESTED_ON_ALL) ? test(network, Integer.MAX_VALUE) : null,
                (processorNanos() - begun) / NANOS);
    }

    private record Fresh(Capture capture, List<Finding> findings) {}

    private Fresh fresh(MultiLayerNetwork network, DataSet first, Set<Source> sources) {
        if (sources.contains(Source.JUDGED)) {
            Preflight.Look look = Preflight.look(network, first, Probes.under(engine));
            return new Fresh(look.capture(), Judge.judge(look.history(), Limits.DEFAULT));
        }
        return new Fresh(sources.contains(Source.FRESH) ? capture(network, first) : null, List.of());
    }

    private List<Double> train(TrainingPlan plan, MultiLayerNetwork network) {
        return steps.train(Net.of(network), "", trainer.batches(plan), Math.toIntExact(trainer.steps(plan)), UNSEEN);
    }

    private Capture capture(MultiLayerNetwork network, DataSet batch) {
        return Probes.under(engine).of(network).capture(batch, network.getIterationCount());
    }

    private Evaluation test(MultiLayerNetwork network, int most) {
        return Evaluation.of(network, data.test(), Math.min(most, data.test().size()));
    }

    private DataSet inside() {
        return data.train().first(Math.min(Trainer.INSIDE_EXAMPLES, data.train().size()));
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
