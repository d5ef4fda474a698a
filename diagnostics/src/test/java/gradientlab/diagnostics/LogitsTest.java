package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitsTest {

    @Test
    void entropyIsThatOfTheProbabilities() {
        Random random = new Random(4);
        float[] values = new float[70];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (3 * random.nextGaussian());
        }
        Matrix logits = new Matrix(7, 10, values);

        assertThat(Logits.meanEntropy(logits)).isCloseTo(obviousEntropy(logits), within(1e-12));
    }

    @Test
    void equalLogitsAreUndecidedAndFarApartOnesCertain() {
        assertThat(Logits.meanEntropy(new Matrix(2, 10, new float[20]))).isCloseTo(Math.log(10), within(1e-12));
        assertThat(Logits.meanEntropy(new Matrix(1, 3, new float[] {1e30f, 0, -1e30f})))
                .isZero();
        assertThat(Logits.chanceLoss(10)).as("-ln 1/10").isCloseTo(2.302585092994046, within(1e-15));
    }

    @Test
    void entropyOfWhatIsNoNumberIsNoNumber() {
        assertThat(Logits.meanEntropy(new Matrix(2, 2, new float[] {0, 0, Float.NaN, 0})))
                .isNaN();
        assertThat(Logits.meanEntropy(new Matrix(1, 2, new float[] {Float.POSITIVE_INFINITY, 0})))
                .isNaN();
        assertThat(Logits.meanEntropy(new Matrix(1, 2, new float[] {Float.NEGATIVE_INFINITY, 0})))
                .as("probabilities 0 and 1")
                .isZero();
        assertThat(Logits.meanEntropy(Matrix.EMPTY)).isNaN();
    }

    @Test
    void predictionsAreTheGreatestLogits() {
        Matrix logits = new Matrix(5, 3, new float[] {
            1, 2, 3, //
            5, 5, 1, //
            -1, -2, -3, //
            0, Float.NaN, 9, //
            0, Float.POSITIVE_INFINITY, 9
        });

        assertThat(Logits.predictions(logits))
                .as("the first of equals; none with a NaN")
                .containsExactly(2, 1, 1);
    }

    private static double obviousEntropy(Matrix logits) {
        double total = 0;
        for (int row = 0; row < logits.rows(); row++) {
            double sum = 0;
            for (int column = 0; column < logits.columns(); column++) {
                sum += Math.exp(logits.at(row, column));
            }
            for (int column = 0; column < logits.columns(); column++) {
                double p = Math.exp(logits.at(row, column)) / sum;
                total -= p * Math.log(p);
            }
        }
        return total / logits.rows();
    }
}
