package gradientlab.lab;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.engine.Engine;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.ParallelMap;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.StepTrainer;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.runfolder.WorkFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Where the experiments work: the data, the protocol, and the trainings that are done, each trained once.
 *
 * <p>Several trainings run side by side, one network per thread; the bits do not depend on how many.
 */
public final class Lab {

    private final MnistDataset data;
    private final TrainingPlan protocol;
    private final Trainer trainer;
    private final Progress progress;
    private final int workers;
    private final Scale scale;
    private final CellStore cells;
    private final StepTrainer stepTrainer;
    private final Probe.Maker probes;
    private final Map<TrainingPlan, TrainedRun> trained = new LinkedHashMap<>();

    /**
     * @param protocol the lecture's plan, or a shorter one; its repetitions are those of comparisons
     * @param workers how many networks train at the same time
     */
    public Lab(MnistDataset data, TrainingPlan protocol, Watch watch, int workers) {
        this(data, protocol, watch, new Ways(workers, Engine.AUTO, Scale.NORMAL, null));
    }

    /**
     * How it works.
     *
     * @param workers how many networks train at the same time
     * @param engine what takes the training steps
     * @param scale how much of their grids the experiments of the summary run
     * @param folder where cells are kept that are finished, begun, or null for memory alone
     */
    public record Ways(int workers, Engine engine, Scale scale, WorkFolder folder) {}

    /** The same with other ways of working. */
    public Lab(MnistDataset data, TrainingPlan protocol, Watch watch, Ways ways) {
        this.data = data;
        this.protocol = protocol;
        this.trainer = new Trainer(data, watch, ways.engine());
        this.stepTrainer = new StepTrainer(watch, ways.engine());
        this.probes = Probes.under(ways.engine());
        this.progress = watch.progress();
        this.workers = ways.workers();
        this.scale = ways.scale();
        this.cells = new CellStore(ways.folder());
    }

    public MnistDataset data() {
        return data;
    }

    public Scale scale() {
        return scale;
    }

    /** E[x²] over the inputs of the first 1,000 training examples. */
    public double meanSquareInput() {
        var x = data.train()
                .first(Math.min(Trainer.INSIDE_EXAMPLES, data.train().size()))
                .getFeatures();
        return x.mul(x).meanNumber().doubleValue();
    }

    /**
     * How many test examples a cell is judged by: 1,000 in the quick version and all in the full one.
     *
     * @param normal how many in the normal one
     */
    public int testExamples(int normal) {
        return Math.min(data.test().size(), scale.of(1_000, normal, Integer.MAX_VALUE));
    }

    /** Trains networks of cells. */
    public StepTrainer stepTrainer() {
        return stepTrainer;
    }

    /** Measures networks. */
    public Probe.Maker probes() {
        return probes;
    }

    /** The seed of the first repetition. */
    public long seed() {
        return protocol.spec().seed();
    }

    /** The protocol for the lecture's net with some components changed. */
    public TrainingPlan plan(UnaryOperator<MlpSpecBuilder> change) {
        return protocol.with(change).repeated(1);
    }

    /** Throws {@link IllegalArgumentException} if the data or the memory there are do not allow the plan. */
    public void check(TrainingPlan plan) {
        trainer.check(plan);
    }

    /** How often a comparison repeats each plan. */
    public int repetitions() {
        return protocol.repeat();
    }

    /** Trains a plan, or hands out what was trained before. */
    public TrainedRun train(TrainingPlan plan) {
        return train(List.of(plan)).get(0);
    }

    /** Trains several plans side by side; the results are in their order. */
    public List<TrainedRun> train(List<TrainingPlan> plans) {
        List<TrainingPlan> missing = plans.stream()
                .distinct()
                .filter(plan -> !trained.containsKey(plan))
                .toList();
        List<TrainedRun> runs = sideBySide(missing);
        for (int i = 0; i < runs.size(); i++) {
            trained.put(missing.get(i), runs.get(i));
        }
        return plans.stream().map(trained::get).toList();
    }

    /** The repetitions of several plans, plan by plan. */
    public List<List<TrainedRun>> trainRepeated(List<TrainingPlan> plans) {
        List<TrainingPlan> all = new ArrayList<>();
        for (TrainingPlan plan : plans) {
            for (int i = 0; i < repetitions(); i++) {
                all.add(plan.repetition(i));
            }
        }
        List<TrainedRun> runs = train(all);
        List<List<TrainedRun>> byPlan = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            byPlan.add(runs.subList(i * repetitions(), (i + 1) * repetitions()));
        }
        return byPlan;
    }

    private List<TrainedRun> sideBySide(List<TrainingPlan> plans) {
        if (plans.isEmpty()) {
            return List.of();
        }
        long steps = plans.stream().mapToLong(trainer::steps).sum();
        try (Progress.Task task = progress.begin(title(plans), steps)) {
            return ParallelMap.map(plans, workers, plan -> freed(trainer.train(PlanName.of(plan), plan, task)));
        }
    }

    /**
     * The results of a grid's cells in their order: those that are kept already, and the others done side by side, each
     * kept as soon as it is finished.
     *
     * @param grid the name of the grid
     * @throws gradientlab.lab.run.Interruption.Interrupted if asked to stop; what is finished stays kept
     */
    public <R extends Record> List<R> cells(String grid, Class<R> type, List<Cell<R>> work) {
        List<Cell<R>> missing = work.stream()
                .filter(cell -> cells.find(grid, cell.key(), type).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            long steps = missing.stream().mapToLong(Cell::steps).sum();
            String title = grid + ", " + missing.size() + " of " + work.size() + " cells";
            try (Progress.Task task = progress.begin(title, steps)) {
                ParallelMap.map(missing, workers, cell -> keep(grid, cell, task));
            }
        }
        return work.stream()
                .map(cell -> cells.find(grid, cell.key(), type).orElseThrow())
                .toList();
    }

    private <R extends Record> R keep(String grid, Cell<R> cell, Progress.Task task) {
        R result = freed(cell.work().apply(task));
        cells.keep(grid, cell.key(), result);
        return result;
    }

    private static <T> T freed(T result) {
        OffHeap.tidy();
        return result;
    }

    private static String title(List<TrainingPlan> plans) {
        return plans.size() == 1 ? PlanName.of(plans.get(0)) : plans.size() + " networks";
    }

    /** What was trained so far, in the order of training. */
    public List<TrainedRun> trained() {
        return List.copyOf(trained.values());
    }

    /** The inside of a plan's network before its first step, on the first training examples, as many as asked for. */
    public Capture fresh(TrainingPlan plan, int examples) {
        return probes.of(freshNetwork(plan)).capture(data.train().first(examples), 0);
    }

    /** The inside of a plan's network before its first step, on its first training batch. */
    public Capture freshOnFirstBatch(TrainingPlan plan) {
        return probes.of(freshNetwork(plan)).capture(trainer.firstBatch(plan), 0);
    }

    private MultiLayerNetwork freshNetwork(TrainingPlan plan) {
        return plan.spec().toNetwork(trainer.firstBatch(plan).getFeatures());
    }

    /** The batch of a plan's first step. */
    public DataSet firstBatch(TrainingPlan plan) {
        return trainer.firstBatch(plan);
    }
}
