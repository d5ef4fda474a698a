package gradientlab.diagnostics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Matrix;
import org.junit.jupiter.api.Test;

class OutputStatisticsTest {

    private static final Matrix TARGETS = Batches.matrix(new float[] {-3}, new float[] {7});

    @Test
    void columnsAndRangesAreThoseOfTheBatch() {
        OutputStatistics seen = of("identity", Batches.matrix(new float[] {1, 5}, new float[] {3, 5}));

        assertThat(seen.rows()).isEqualTo(2);
        assertThat(seen.each()).extracting(Column::mean).containsExactly(2.0, 5.0);
        assertThat(seen.each().get(0).std()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(seen.each().get(1).std()).isZero();
        assertThat(seen.min()).isEqualTo(1);
        assertThat(seen.max()).isEqualTo(5);
        assertThat(seen.targetMin()).isEqualTo(-3);
        assertThat(seen.targetMax()).isEqualTo(7);
        assertThat(seen.constant()).isFalse();
        assertThat(seen.saturated()).isNaN();
    }

    @Test
    void anOutputThatIsTheSameForAllExamplesIsConstant() {
        assertThat(of("softmax", Batches.matrix(5, i -> new float[] {0.2f, 0.8f + i * 1e-7f}))
                        .constant())
                .isTrue();
        assertThat(of("softmax", Batches.matrix(5, i -> new float[] {0.2f, 0.8f + i * 1e-3f}))
                        .constant())
                .isFalse();
        assertThat(of("identity", Batches.matrix(1, i -> new float[] {3})).constant())
                .as("one row")
                .isFalse();
        assertThat(of("relu", Batches.matrix(4, i -> new float[] {0})).constant())
                .as("all zero")
                .isTrue();
    }

    @Test
    void aSoftmaxIsSaturatedByRowsAndASigmoidByValues() {
        Matrix rows =
                Batches.matrix(new float[] {1, 0}, new float[] {0.5f, 0.5f}, new float[] {0.9f, 0}, new float[] {0, 1});

        assertThat(of("softmax", rows).saturated()).isEqualTo(2 / 4.0);
        assertThat(of("sigmoid", rows).saturated()).isEqualTo(5 / 8.0);
    }

    @Test
    void timeStepsAreRows() {
        // One example, two units, three steps: [1, 2, 3] and [10, 20, 30].
        OutputFacts output = new OutputFacts("out", "RnnOutputLayer", "identity", LossKind.MSE, "", false, true, 2);
        OutputStatistics seen =
                OutputStatistics.of(output, Batches.matrix(new float[] {1, 2, 3, 10, 20, 30}), Matrix.EMPTY);

        assertThat(seen.rows()).isEqualTo(3);
        assertThat(seen.each()).extracting(Column::mean).containsExactly(2.0, 20.0);
        assertThat(seen.targetMin()).isNaN();
    }

    @Test
    void rowsThatAreNotFiniteAreLeftOut() {
        OutputStatistics seen = of("identity", Batches.matrix(new float[] {Float.NaN}, new float[] {2}));
        OutputStatistics nothing = of("identity", Batches.matrix(new float[] {Float.NaN}, new float[] {Float.NaN}));

        assertThat(seen.rows()).isEqualTo(1);
        assertThat(seen.max()).isEqualTo(2);
        assertThat(nothing.max()).isNaN();
        assertThat(nothing.constant()).isFalse();
    }

    private static OutputStatistics of(String activation, Matrix values) {
        return OutputStatistics.of(Batches.output(LossKind.MSE, activation), values, TARGETS);
    }
}
