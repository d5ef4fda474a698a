package gradientlab.reproductions;

import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Glorot and Bengio 2010, section 4.2.2: how much a fresh tanh layer stretches what comes in. */
record LayerJacobian() implements Reproduction {

    private static final int LAYERS = 5;

    /** Half a unit of the one digit that the paper prints. */
    private static final double MARGIN = 0.05;

    @Override
    public String name() {
        return "glorot-jacobian";
    }

    @Override
    public String title() {
        return "A tanh layer keeps four fifths of its input under the normalised initialisation, half under the standard one";
    }

    @Override
    public String source() {
        return "Glorot and Bengio 2010, section 4.2.2: the average singular value of the Jacobian of a layer is around 0.8 and"
                + " drops to 0.5";
    }

    @Override
    public String settings() {
        return LAYERS
                + " tanh layers of 1,000 units on training images of MNIST (the paper: Shapeset-3 × 2, and says that other data are"
                + " alike), W ~ U(±√6/√(in + out)) and U(±1/√in), no biases; mean singular value of diag(f′)·W of layers 2 to "
                + LAYERS + ". Quick: 200 units.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        int width = effort.of(200, 1_000, 1_000);
        int draws = effort.of(1, 1, 10);
        return new Outcome(
                List.of(
                        Comparison.near(
                                "normalised: average singular value",
                                0.8,
                                average(data.train(), width, draws, true),
                                MARGIN),
                        Comparison.near(
                                "standard: average singular value",
                                0.5,
                                average(data.train(), width, draws, false),
                                MARGIN)),
                List.of(),
                "");
    }

    private static double average(LabelledImages images, int width, int draws, boolean normalised) {
        List<Double> means = new ArrayList<>();
        Random random = new Random(width);
        for (int draw = 0; draw < draws; draw++) {
            INDArray signal =
                    images.first(draw + 1).getFeatures().getRow(draw, true).castTo(DataType.DOUBLE);
            for (int layer = 1; layer <= LAYERS; layer++) {
                INDArray weights = uniform(random, signal.columns(), width, normalised);
                signal = Nd4j.math().tanh(signal.mmul(weights));
                if (layer > 1) {
                    INDArray slope = signal.mul(signal).rsubi(1);
                    means.add(meanSingularValue(weights.mulRowVector(slope)));
                }
            }
        }
        return means.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static INDArray uniform(Random random, int in, int out, boolean normalised) {
        double limit = normalised ? Math.sqrt(6.0 / (in + out)) : 1 / Math.sqrt(in);
        double[] values = new double[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = limit * (2 * random.nextDouble() - 1);
        }
        return Nd4j.createFromArray(values).reshape('c', in, out);
    }

    private static double meanSingularValue(INDArray matrix) {
        INDArray values = Nd4j.create(DataType.DOUBLE, matrix.rows());
        Nd4j.getBlasWrapper().lapack().gesvd(matrix.dup('f'), values, null, null);
        return values.meanNumber().doubleValue();
    }
}
