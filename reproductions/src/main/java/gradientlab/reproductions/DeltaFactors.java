package gradientlab.reproductions;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Statistics;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.Net;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.MnistDataset;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.dataset.DataSet;

/**
 * By what Var δ is multiplied from layer to layer of fresh nets, measured in the middle layers.
 *
 * @param name on the command line
 * @param title what was published
 * @param source where
 * @param norm the normalisation before the nonlinearity
 * @param rows the nets and their published factors
 */
record DeltaFactors(String name, String title, String source, Normalisation norm, List<Row> rows)
        implements Reproduction {

    private static final int WIDTH = 512;
    private static final int BATCH = 512;
    private static final int DEPTH = 16;
    private static final int FIRST = 4;
    private static final int LAST = 12;
    private static final double SHARE = 0.05;

    /**
     * A net.
     *
     * @param weights the std of the weights in units of 1/√fan-in
     * @param published the factor of Var δ per layer
     */
    record Row(ActivationFunction activation, double weights, double published) {

        String label() {
            return activation + ", σw " + Comparison.text(weights) + ": factor of Var δ per layer";
        }
    }

    /** Yang et al. 2019: whatever the weights. */
    static DeltaFactors ofBatchNorm() {
        double relu = Math.PI / (Math.PI - 1);
        double identity = (BATCH - 2.0) / (BATCH - 3.0);
        return new DeltaFactors(
                "batch-norm-explodes",
                "Batch norm multiplies Var δ in every layer, whatever the weights",
                "Yang et al. 2019, A mean field theory of batch normalization (arXiv 1902.08129); of functions other than ReLU"
                        + " E[f′²]/Var f as derived from it",
                Normalisation.BATCH,
                List.of(
                        new Row(ActivationFunction.RELU, 1, relu),
                        new Row(ActivationFunction.RELU, 3, relu),
                        new Row(ActivationFunction.TANH, 1, 1.17781),
                        new Row(ActivationFunction.IDENTITY, 1, identity)));
    }

    /** The counterpart: with layer norm a ReLU net keeps δ. */
    static DeltaFactors ofLayerNorm() {
        return new DeltaFactors(
                "layer-norm-keeps",
                "Layer norm keeps δ of ReLU nets and multiplies Var δ of tanh nets",
                "E[f′²]/E[f²], derived as Yang et al. 2019 derive that of batch norm",
                Normalisation.LAYER,
                List.of(
                        new Row(ActivationFunction.RELU, 1, 1),
                        new Row(ActivationFunction.RELU, 3, 1),
                        new Row(ActivationFunction.TANH, 1, 1.17781)));
    }

    /** Glorot and Bengio 2010, figures 6 and 7: the two initialisations of tanh nets, without a normalisation. */
    static DeltaFactors ofGlorot() {
        return new DeltaFactors(
                "glorot-variance",
                "The standard initialisation loses Var δ by a third a layer, the normalised one keeps it",
                "Glorot and Bengio 2010, figures 6 and 7: n·Var W = 1/3 of U(±1/√n), 1 of the normalised one",
                Normalisation.NONE,
                List.of(
                        new Row(ActivationFunction.TANH, 1 / Math.sqrt(3), 1.0 / 3),
                        new Row(ActivationFunction.IDENTITY, 1, 1)));
    }

    @Override
    public String settings() {
        return "Fresh nets of " + DEPTH + " layers of " + WIDTH + " units, weights normal, biases 0, " + norm
                + " normalisation before the nonlinearity, one batch of " + BATCH + " MNIST images; std of δ of layer "
                + FIRST + " over that of layer " + LAST + ", squared, its " + (LAST - FIRST)
                + "th root; mean over seeds.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        DataSet batch = ImageIterator.shuffled(data.train(), BATCH, 1).next();
        List<Comparison> comparisons = new ArrayList<>();
        for (Row row : rows) {
            double[] factors = new double[effort.of(3, 10, 40)];
            for (int seed = 0; seed < factors.length; seed++) {
                factors[seed] = factor(row, batch, seed);
            }
            comparisons.add(Comparison.within(row.label(), row.published, new Draws(factors).mean(), SHARE));
        }
        return new Outcome(comparisons, List.of(), "");
    }

    private double factor(Row row, DataSet batch, long seed) {
        // The gain is taken out again: the published rule has none.
        double factor = row.weights / row.activation.gain();
        MlpSpec spec = MlpSpec.lecture()
                .hidden(DEPTH, WIDTH)
                .activation(row.activation)
                .normalisation(norm)
                .initialisation(Initialisation.scaled(factor, 0))
                .seed(seed)
                .build();
        Capture capture = Net.of(spec.toNetwork()).capture(batch, Probes::of);
        double ratio = delta(capture, row, FIRST) / delta(capture, row, LAST);
        return Math.pow(ratio * ratio, 1.0 / (LAST - FIRST));
    }

    private static double delta(Capture capture, Row row, int layer) {
        return Statistics.of(capture.layer(row.activation + "-" + layer).delta().values())
                .std();
    }
}
