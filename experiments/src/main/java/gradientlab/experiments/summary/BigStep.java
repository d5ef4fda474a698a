package gradientlab.experiments.summary;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Matrix;
import gradientlab.lab.Lab;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.Progress;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A healthy net, one step that is too big, and what becomes of its units: one seed of one nonlinearity. */
final class BigStep {

    static final int UNITS = 128;
    static final int BATCH = 32;
    static final double NORMAL_RATE = 0.1;
    private static final int EXAMPLES = 1_000;

    /**
     * What came of one step.
     *
     * @param rate its learning rate
     * @param deadBefore units without any gradient on 1,000 examples before the step
     * @param deadAfter right after it
     * @param deadHalfway after half of the normal steps that follow
     * @param deadAtEnd after all of them
     * @param recovered of those dead right after the step, how many have a gradient at the end
     * @param deadOnAll units whose pre-activation is at most 0 on every training example right after the step
     * @param deadOnAllRecovered of these, how many have a gradient at the end
     * @param accuracyBefore share of the test examples that are classified right
     * @param accuracyAfter right after the step
     * @param accuracyAtEnd at the end
     */
    record Outcome(
            double rate,
            int deadBefore,
            int deadAfter,
            int deadHalfway,
            int deadAtEnd,
            int recovered,
            int deadOnAll,
            int deadOnAllRecovered,
            double accuracyBefore,
            double accuracyAfter,
            double accuracyAtEnd) {}

    /** The outcomes of one seed, one for each learning rate. */
    record Outcomes(String activation, long seed, List<Outcome> outcomes) {}

    private final Lab lab;
    private final ActivationFunction activation;
    private final long seed;
    private final int steps;
    private final Progress.Task task;

    BigStep(Lab lab, ActivationFunction activation, long seed, int steps, Progress.Task task) {
        this.lab = lab;
        this.activation = activation;
        this.seed = seed;
        this.steps = steps;
        this.task = task;
    }

    static long steps(int steps, int rates) {
        return (long) steps * (1 + rates);
    }

    Outcomes run(List<Double> rates) {
        MultiLayerNetwork healthy = MlpSpec.lecture()
                .activation(activation)
                .initialisation(InitialisationScheme.KAIMING_NORMAL)
                .learningRate(NORMAL_RATE)
                .seed(seed)
                .build()
                .toNetwork();
        train(Net.of(healthy), batches(0), steps, "before the step");
        List<Outcome> outcomes = new ArrayList<>();
        for (double rate : rates) {
            outcomes.add(outcome(healthy.clone(), rate));
        }
        return new Outcomes(activation.label(), seed, outcomes);
    }

    private Outcome outcome(MultiLayerNetwork network, double rate) {
        Net net = Net.of(network);
        int before = dead(network).cardinality();
        double accuracyBefore = accuracy(network);
        ImageIterator batches = batches(1);
        network.setLearningRate(rate);
        network.fit(batches.next());
        network.setLearningRate(NORMAL_RATE);
        BitSet after = dead(network);
        BitSet onAll = deadOnAll(network);
        double accuracyAfter = accuracy(network);
        train(net, batches, steps / 2, "step " + rate);
        int halfway = dead(network).cardinality();
        train(net, batches, steps - steps / 2, "step " + rate);
        BitSet end = dead(network);
        return new Outcome(
                rate,
                before,
                after.cardinality(),
                halfway,
                end.cardinality(),
                without(after, end).cardinality(),
                onAll.cardinality(),
                without(onAll, end).cardinality(),
                accuracyBefore,
                accuracyAfter,
                accuracy(network));
    }

    private static BitSet without(BitSet some, BitSet others) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(others);
        return rest;
    }

    /** Another order of the examples for each part of the training. */
    private ImageIterator batches(int part) {
        return ImageIterator.shuffled(lab.data().train(), BATCH, seed + 1_000L * part);
    }

    private void train(Net net, ImageIterator batches, int howMany, String part) {
        String name = "big-step, " + activation + ", " + part + ", seed " + seed;
        lab.stepTrainer().train(net, name, batches, howMany, task);
    }

    private double accuracy(MultiLayerNetwork network) {
        LabelledImages test = lab.data().test();
        return Evaluation.of(network, test, lab.testExamples(test.size())).accuracy();
    }

    /** The units whose δ is exactly 0 on every one of the examples; one that is NaN is not dead but lost. */
    private BitSet dead(MultiLayerNetwork network) {
        DataSet examples =
                lab.data().train().first(Math.min(EXAMPLES, lab.data().train().size()));
        Matrix delta = new MlpCapture(Net.of(network).capture(examples, lab.probes()), activation)
                .nonlinearity(1)
                .delta();
        BitSet dead = new BitSet();
        dead.set(0, UNITS);
        float[] values = delta.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                dead.clear(i % UNITS);
            }
        }
        return dead;
    }

    private BitSet deadOnAll(MultiLayerNetwork network) {
        BitSet dead = new BitSet();
        dead.set(0, UNITS);
        LabelledImages train = lab.data().train();
        for (int from = 0; from < train.size(); from += EXAMPLES) {
            INDArray largest = largest(network, train.range(from, Math.min(train.size(), from + EXAMPLES)));
            for (int unit = 0; unit < UNITS; unit++) {
                // Not "> 0": a NaN is not dead but lost.
                if (!(largest.getDouble(unit) <= 0)) {
                    dead.clear(unit);
                }
            }
        }
        return dead;
    }

    /** The largest pre-activation of each hidden unit. */
    private static INDArray largest(MultiLayerNetwork network, DataSet examples) {
        // Freed at once: 60,000 examples would wait for a garbage collection that does not see their size.
        try (INDArray features = examples.getFeatures();
                INDArray z = features.mmul(network.getLayer(0).getParam("W"))) {
            return z.addiRowVector(network.getLayer(0).getParam("b")).max(0);
        }
    }
}
