package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActiveRange;
import org.junit.jupiter.api.Test;

/** Counts by hand: a matrix is examples × units, written row by row. */
class UnitsTest {

    private static final float NAN = Float.NaN;
    private static final float INF = Float.POSITIVE_INFINITY;

    /** Units, from the left: always inside, always outside, sometimes inside, NaN and outside, NaN and inside. */
    private static final Matrix Z = new Matrix(3, 5, new float[] {
        0.1f, 2, 2, NAN, NAN, //
        -0.5f, -3, 0, 5, 0.2f, //
        0.8f, INF, -7, -5, 4
    });

    private static final ActiveRange RANGE = new ActiveRange(-0.8, 0.9);

    @Test
    void aUnitIsDeadWhenNoExampleLiesInsideTheRange() {
        assertThat(Units.deadUnits(Z, RANGE)).as("the second and the fourth").isEqualTo(2);
    }

    @Test
    void aShareOutsideCountsEveryEntryThatIsNotInside() {
        assertThat(Units.shareOutside(Z, RANGE))
                .as("inside: 0.1, −0.5, 0.8, 0 and 0.2")
                .isEqualTo(10.0 / 15);
    }

    @Test
    void theLimitsOfARangeLieOutsideOfIt() {
        Matrix limits = new Matrix(1, 2, new float[] {0, 1});

        assertThat(Units.deadUnits(limits, new ActiveRange(0, 1))).isEqualTo(2);
        assertThat(Units.shareOutside(limits, new ActiveRange(0, 2))).isEqualTo(0.5);
    }

    @Test
    void zerosAreExactlyZero() {
        assertThat(Units.shareOfZeros(new float[] {0, -0.0f, 1e-30f, NAN})).isEqualTo(0.5);
        assertThat(Units.shareOfZeros(new float[0])).isNaN();
    }

    @Test
    void withoutExamplesEveryUnitIsDeadAndThereIsNoShare() {
        assertThat(Units.shareOutside(Matrix.EMPTY, RANGE)).isNaN();
        assertThat(Units.deadUnits(Matrix.EMPTY, RANGE)).isZero();
        assertThat(Units.deadUnits(new Matrix(0, 3, new float[0]), RANGE))
                .as("vacuously")
                .isEqualTo(3);
    }

    @Test
    void anUndefinedRangeGivesNoShareAndNoCount() {
        assertThat(Units.shareOutside(Z, ActiveRange.UNDEFINED)).isNaN();
        assertThatThrownBy(() -> Units.deadUnits(Z, ActiveRange.UNDEFINED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dead units need a defined range of z, but it was ActiveRange[low=NaN, high=NaN].");
    }
}
