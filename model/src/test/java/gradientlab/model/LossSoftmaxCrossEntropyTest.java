package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class LossSoftmaxCrossEntropyTest {

    private final LossSoftmaxCrossEntropy loss = new LossSoftmaxCrossEntropy();
    private final IActivation softmax = new ActivationSoftmax();

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10, 100})
    void theGradientIsTheSlopeOfTheScore(double logitStd) {
        double[][] z = gaussian(5, 7, logitStd);
        INDArray y = softLabels(5, 7);
        INDArray gradient = loss.computeGradient(y, Nd4j.createFromArray(z), softmax, null);
        double h = 1e-5;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 7; j++) {
                double slope = (scoreWith(z, y, i, j, h) - scoreWith(z, y, i, j, -h)) / (2 * h);
                assertThat(gradient.getDouble(i, j)).isCloseTo(slope, within(1e-6));
            }
        }
    }

    private double scoreWith(double[][] z, INDArray y, int i, int j, double change) {
        INDArray moved = Nd4j.createFromArray(z);
        moved.putScalar(i, j, z[i][j] + change);
        return loss.computeScore(y, moved, softmax, null, false);
    }

    @Test
    void anExampleIsNotCappedAt23() {
        INDArray z = Nd4j.createFromArray(new float[][] {{0, 100}, {-3000, 5000}});
        INDArray y = Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}});
        assertThat(loss.computeScoreArray(y, z, softmax, null).toFloatVector()).containsExactly(100f, 8000f);
        assertThat(new LossMCXENT().computeScoreArray(y, z, softmax, null).toFloatVector())
                .as("DL4J's own loss, for comparison: -ln 1e-10")
                .containsExactly(23.025851f, 23.025851f);
    }

    @Test
    void smallLogitsGiveWhatDl4jsOwnLossGives() {
        INDArray z = Nd4j.createFromArray(gaussian(32, 10, 1)).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
        INDArray y = Nd4j.zeros(32, 10);
        for (int i = 0; i < 32; i++) {
            y.putScalar(i, i % 10, 1);
        }
        LossMCXENT stock = new LossMCXENT();
        assertThat(loss.computeScore(y, z, softmax, null, true))
                .isCloseTo(stock.computeScore(y, z, softmax, null, true), within(1e-5));
        assertThat(loss.computeGradient(y, z, softmax, null)
                        .equalsWithEps(stock.computeGradient(y, z, softmax, null), 1e-6))
                .isTrue();
    }

    @Test
    void aMaskedExampleCountsForNothing() {
        INDArray z = Nd4j.createFromArray(gaussian(3, 4, 1));
        INDArray y = softLabels(3, 4);
        INDArray mask = Nd4j.createFromArray(new double[][] {{1}, {0}, {1}});
        INDArray each = loss.computeScoreArray(y, z, softmax, null);
        assertThat(loss.computeScore(y, z, softmax, mask, false))
                .isCloseTo(each.getDouble(0) + each.getDouble(2), within(1e-12));
        assertThat(loss.computeGradient(y, z, softmax, mask)
                        .getRow(1)
                        .sumNumber()
                        .doubleValue())
                .isZero();
    }

    @Test
    void notANumberIsNotHidden() {
        INDArray z = Nd4j.createFromArray(new float[][] {{Float.NaN, 1}});
        INDArray y = Nd4j.createFromArray(new float[][] {{0, 1}});
        assertThat(loss.computeScore(y, z, softmax, null, true)).isNaN();
    }

    @Test
    void anotherOutputActivationIsRefused() {
        INDArray z = Nd4j.zeros(1, 2);
        assertThatThrownBy(() -> loss.computeScore(z, z, new ActivationSigmoid(), null, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Softmax cross entropy needs the output activation softmax, not sigmoid");
    }

    @Test
    void labelsOfAnotherShapeAreRefused() {
        assertThatThrownBy(() -> loss.computeScore(Nd4j.zeros(1, 3), Nd4j.zeros(1, 2), softmax, null, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("labels and logits of one shape");
    }

    private static double[][] gaussian(int rows, int columns, double std) {
        Random random = new Random(3);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = std * random.nextGaussian();
            }
        }
        return values;
    }

    /** Labels that are no one-hot rows and do not add up to 1: the gradient has to be right for them too. */
    private static INDArray softLabels(int rows, int columns) {
        return Nd4j.createFromArray(gaussian(rows, columns, 1)).muli(0.3).addi(1);
    }
}
