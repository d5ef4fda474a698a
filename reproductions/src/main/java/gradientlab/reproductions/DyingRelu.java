package gradientlab.reproductions;

import gradientlab.activations.ActivationFunction;
import gradientlab.engine.DirectPass;
import gradientlab.engine.Engine;
import gradientlab.engine.LayerPass;
import gradientlab.engine.StepEngine;
import gradientlab.lab.OffHeap;
import gradientlab.lab.run.ParallelMap;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.MnistDataset;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.Optimiser;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** AUTOTRAINER's motivating case: of one deep ReLU net's trainings, half die. */
record DyingRelu() implements Reproduction {

    private static final int LAYERS = 34;
    private static final int UNITS = 128;
    private static final int BATCH = 32;
    private static final double RATE = 1e-3;

    /** An epoch. */
    private static final int MOST_STEPS = 60_000 / BATCH;

    private static final int EVERY = 25;
    private static final int LOOKED_AT = 500;

    /** Of the mean loss of {@link #EVERY} batches, where one that knows nothing but how frequent the classes are has 2.30. */
    private static final double LEARNING = 1.6;

    private static final int PUBLISHED_RUNS = 100;
    private static final double PUBLISHED_SHARE = 0.5;

    private enum End {
        DEAD,
        LEARNING,
        OPEN
    }

    @Override
    public String name() {
        return "autotrainer-dying-relu";
    }

    @Override
    public String title() {
        return "Of the trainings of a net of 34 ReLU layers, half die";
    }

    @Override
    public String source() {
        return "Zhang et al. 2021, AUTOTRAINER (ICSE); Motivation/README.md of shiningrain/AUTOTRAINER: dying ReLU in 50 % of "
                + PUBLISHED_RUNS + " runs, the others learn";
    }

    @Override
    public String settings() {
        return LAYERS + " × " + UNITS + " ReLU on MNIST, Glorot's uniform weights, biases 0, Adam " + RATE
                + ", batches of " + BATCH + ". A run learns when the mean loss of " + EVERY + " batches is below "
                + LEARNING
                + ", and is dead when some layer is 0 for all of " + LOOKED_AT
                + " training images, so that no gradient reaches what lies below; looked at every " + EVERY
                + " steps of one epoch, and ended by the first. The source trains 50 epochs, in which more units can die, and"
                + " loads a saved net, so that its runs probably share one draw; ours is drawn anew for each run. Quick: 60"
                + " layers of 16 units, which can only die.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        return effort == Effort.QUICK ? quick(data) : whole(data, effort.of(0, 20, PUBLISHED_RUNS));
    }

    /** What the looking tells apart, in a second: narrow and very deep nets die, shallow ones learn. */
    private static Outcome quick(MnistDataset data) {
        int dead = count(ends(data, 60, 16, 2), End.DEAD);
        int learning = count(ends(data, 4, 16, 2), End.LEARNING);
        return new Outcome(
                List.of(
                        Comparison.near("60 layers of 16 units: dead of 2 runs", 2, dead, 0),
                        Comparison.near("4 layers of 16 units: learning of 2 runs", 2, learning, 0)),
                List.of(),
                "");
    }

    private static Outcome whole(MnistDataset data, int runs) {
        List<End> ends = ends(data, LAYERS, UNITS, runs);
        double share = count(ends, End.DEAD) / (double) runs;
        double error = Math.sqrt(PUBLISHED_SHARE * (1 - PUBLISHED_SHARE) * (1.0 / runs + 1.0 / PUBLISHED_RUNS));
        return new Outcome(
                List.of(Comparison.near("share of runs with a dead layer", PUBLISHED_SHARE, share, 2 * error)),
                List.of(),
                String.format(
                        Locale.ROOT,
                        "Of %d runs %d had a dead layer, %d learned, %d did neither within an epoch.",
                        runs,
                        count(ends, End.DEAD),
                        count(ends, End.LEARNING),
                        count(ends, End.OPEN)));
    }

    private static int count(List<End> ends, End wanted) {
        return Math.toIntExact(ends.stream().filter(wanted::equals).count());
    }

    private static List<End> ends(MnistDataset data, int layers, int units, int runs) {
        DataSet lookedAt = data.train().first(LOOKED_AT);
        return ParallelMap.map(
                IntStream.range(0, runs).boxed().toList(), Runtime.getRuntime().availableProcessors(), seed -> {
                    End end = end(data, lookedAt, layers, units, seed);
                    OffHeap.tidy();
                    return end;
                });
    }

    private static End end(MnistDataset data, DataSet lookedAt, int layers, int units, long seed) {
        MultiLayerNetwork network = MlpSpec.lecture()
                .hidden(layers, units)
                .activation(ActivationFunction.RELU)
                .initialisation(InitialisationScheme.XAVIER_UNIFORM)
                .optimiser(Optimiser.ADAM)
                .learningRate(RATE)
                .seed(seed)
                .build()
                .toNetwork();
        StepEngine engine = Engine.AUTO.on(network);
        DirectPass pass = DirectPass.of(network).orElseThrow();
        ImageIterator batches =
                ImageIterator.shuffled(data.train(), BATCH, seed).overwriting();
        double loss = 0;
        for (int step = 1; step <= MOST_STEPS; step++) {
            engine.fit(batches.next());
            loss += network.score() / EVERY;
            if (step % EVERY == 0) {
                if (pass.run(lookedAt).layers().stream().anyMatch(DyingRelu::isDead)) {
                    return End.DEAD;
                }
                if (loss < LEARNING) {
                    return End.LEARNING;
                }
                loss = 0;
            }
        }
        return End.OPEN;
    }

    /** Whether a layer of nonlinearities is 0 for all examples. */
    private static boolean isDead(LayerPass layer) {
        if (!layer.parameters().isEmpty()) {
            return false;
        }
        for (float value : layer.output()) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }
}
