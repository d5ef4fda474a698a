package gradientlab.diagnostics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Matrix;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** The loss of the best constant against the least of many constants that are tried, by the definition of the loss. */
class GuessingTest {

    private static final int ROWS = 300;

    /** What a grid of 4,000 steps misses of a minimum. */
    private static final double GRID = 1e-5;

    @Test
    void crossEntropyOfASoftmaxIsTheEntropyOfTheClassShares() {
        Random random = new Random(1);
        Matrix targets = Batches.matrix(ROWS, i -> Batches.oneHot(3, Math.min(2, random.nextInt(6))));
        double least = Double.POSITIVE_INFINITY;
        for (double a = 0.0025; a < 1; a += 0.0025) {
            for (double b = 0.0025; a + b < 0.9999; b += 0.0025) {
                double[] guess = {a, b, 1 - a - b};
                least = Math.min(least, mean(targets, guess, (y, o) -> -y * Math.log(o)));
            }
        }

        assertThat(guessing(LossKind.MCXENT, "softmax", targets))
                .isCloseTo(least, within(1e-4))
                .isLessThanOrEqualTo(least);
        assertThat(guessing(LossKind.KL_DIVERGENCE, "softmax", targets)).isCloseTo(least, within(1e-4));
    }

    @Test
    void classIndicesHaveTheSameEntropyAsTheirColumns() {
        Random random = new Random(2);
        Matrix index = Batches.matrix(ROWS, i -> new float[] {random.nextInt(4)});
        Matrix columns = Batches.matrix(ROWS, i -> Batches.oneHot(4, (int) index.at(i, 0)));

        assertThat(guessing(LossKind.SPARSE_MCXENT, "softmax", index))
                .isCloseTo(guessing(LossKind.MCXENT, "softmax", columns), within(1e-12));
    }

    @Test
    void lossesThatAreSumsOverColumnsAreLeastColumnByColumn() {
        Random random = new Random(3);
        Matrix bits = Batches.matrix(ROWS, i -> new float[] {random.nextInt(4) == 0 ? 1 : 0, random.nextInt(2)});
        Matrix signs =
                Batches.matrix(ROWS, i -> new float[] {random.nextInt(4) == 0 ? 1 : -1, random.nextInt(2) * 2 - 1});
        Matrix values =
                Batches.matrix(ROWS, i -> new float[] {(float) (3 * random.nextGaussian() + 0.4), random.nextInt(9)});

        DoubleBinaryOperator xent = (y, o) -> -(y * Math.log(o) + (1 - y) * Math.log(1 - o));
        assertLeast(LossKind.XENT, "sigmoid", bits, xent, 1e-4, 1 - 1e-4, 1);
        DoubleBinaryOperator square = (y, o) -> (y - o) * (y - o);
        assertLeast(LossKind.MSE, "identity", values, square, -10, 10, 2);
        assertLeast(LossKind.L2, "identity", values, square, -10, 10, 1);
        assertLeast(LossKind.MSE, "tanh", values, square, -1, 1, 2);
        assertLeast(LossKind.MSE, "relu", values, square, 0, 10, 2);
        DoubleBinaryOperator distance = (y, o) -> Math.abs(y - o);
        assertLeast(LossKind.MAE, "identity", values, distance, -10, 10, 2);
        assertLeast(LossKind.L1, "sigmoid", values, distance, 0, 1, 1);
        DoubleBinaryOperator hinge = (y, o) -> Math.max(0, 1 - y * o);
        assertLeast(LossKind.HINGE, "tanh", signs, hinge, -1, 1, 1);
        assertLeast(LossKind.HINGE, "identity", signs, hinge, -5, 5, 1);
        assertLeast(LossKind.HINGE, "sigmoid", signs, hinge, 0, 1, 1);
        assertLeast(LossKind.SQUARED_HINGE, "tanh", signs, (y, o) -> Math.pow(Math.max(0, 1 - y * o), 2), -1, 1, 1);
        assertLeast(LossKind.POISSON, "softplus", bits, (y, o) -> o - y * Math.log(o), 1e-3, 10, 1);
    }

    @Test
    void aSoftmaxReachesTheMeansOfDistributionsUnderSquares() {
        Random random = new Random(4);
        Matrix targets = Batches.matrix(ROWS, i -> Batches.oneHot(3, random.nextInt(3)));
        double least = 0;
        for (int j = 0; j < 3; j++) {
            least += leastOfColumn(targets, j, (y, o) -> (y - o) * (y - o), 0, 1);
        }

        assertThat(guessing(LossKind.MSE, "softmax", targets)).isCloseTo(least / 3, within(GRID));
    }

    @Test
    void whereNoFormulaIsKnownTheLossIsNaN() {
        Matrix bits = Batches.matrix(10, i -> new float[] {i % 2, 1 - i % 2});

        assertThat(guessing(LossKind.OTHER, "softmax", bits)).isNaN();
        assertThat(guessing(LossKind.MCXENT, "sigmoid", bits)).isNaN();
        assertThat(guessing(LossKind.XENT, "softmax", bits)).isNaN();
        assertThat(guessing(LossKind.HINGE, "tanh", bits))
                .as("targets of 0 and 1")
                .isNaN();
        assertThat(guessing(LossKind.MSE, "somethingforeign", bits)).isNaN();
        TargetSums weighted = new TargetSums(
                new OutputFacts("out", "OutputLayer", "softmax", LossKind.MCXENT, "LossMCXENT", true, true, 2));
        weighted.add(Batches.table(bits, bits).targets().get(0), Batches.table(bits, bits));
        assertThat(weighted.facts(Relation.NONE).guessing()).isNaN();
        assertThat(new TargetSums(Batches.output(LossKind.MSE, "identity"))
                        .facts(Relation.NONE)
                        .guessing())
                .isNaN();
    }

    private static void assertLeast(
            LossKind loss,
            String activation,
            Matrix targets,
            DoubleBinaryOperator formula,
            double low,
            double high,
            int divisor) {
        double least = 0;
        for (int j = 0; j < targets.columns(); j++) {
            least += leastOfColumn(targets, j, formula, low, high);
        }
        assertThat(guessing(loss, activation, targets))
                .as("%s %s", loss, activation)
                .isCloseTo(least / divisor, within(GRID * Math.max(1, least)))
                .isLessThanOrEqualTo(least / divisor + 1e-9);
    }

    /** The grid holds the ends and, for distances, is followed by the targets themselves. */
    private static double leastOfColumn(Matrix targets, int j, DoubleBinaryOperator formula, double low, double high) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= 4000; k++) {
            least = Math.min(least, column(targets, j, formula, low + (high - low) * k / 4000));
        }
        for (int i = 0; i < targets.rows(); i++) {
            double guess = targets.at(i, j);
            least = guess >= low && guess <= high ? Math.min(least, column(targets, j, formula, guess)) : least;
        }
        return least;
    }

    private static double column(Matrix targets, int j, DoubleBinaryOperator formula, double guess) {
        double sum = 0;
        for (int i = 0; i < targets.rows(); i++) {
            sum += formula.applyAsDouble(targets.at(i, j), guess);
        }
        return sum / targets.rows();
    }

    private static double mean(Matrix targets, double[] guess, DoubleBinaryOperator formula) {
        double sum = 0;
        for (int j = 0; j < guess.length; j++) {
            sum += column(targets, j, formula, guess[j]);
        }
        return sum;
    }

    private static double guessing(LossKind loss, String activation, Matrix targets) {
        DataCollector collector = new DataCollector(List.of("input"), List.of(Batches.output(loss, activation)));
        collector.step();
        collector.add(Batches.table(targets, targets));
        return Batches.target(collector).guessing();
    }
}
