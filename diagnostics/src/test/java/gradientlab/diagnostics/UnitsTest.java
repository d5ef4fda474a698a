package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final float NAN = Float.NaN;
    private static final Matrix RANDOM = random();

    @Test
    void countsAreThoseOfALookAtEveryEntry() {
        ActiveRange range = new ActiveRange(-0.8, 0.9);

        assertThat(Units.shareAbove(RANDOM, 0.7)).isEqualTo(share(a -> Math.abs(a) > 0.7 || a.isNaN()));
        assertThat(Units.shareOutside(RANDOM, range)).isEqualTo(share(a -> !(a > -0.8 && a < 0.9)));
        assertThat(Units.deadUnits(RANDOM, 0.7)).isEqualTo(units(a -> Math.abs(a) > 0.7 || a.isNaN()));
        assertThat(Units.deadUnits(RANDOM, range)).isEqualTo(units(a -> !(a > -0.8 && a < 0.9)));
        assertThat(Units.deadUnits(RANDOM)).isEqualTo(units(a -> a == 0 || a.isNaN()));
        assertThat(Units.unitsThatNeverChangeSign(RANDOM)).isEqualTo(200 - notUnits(a -> !(a > 0), a -> !(a < 0)));
        assertThat(Units.shareOfZeros(RANDOM.values())).isEqualTo(share(a -> a == 0));
    }

    @Test
    void theRandomMatrixHasUnitsOfEveryKind() {
        assertThat(Units.deadUnits(RANDOM, 0.7)).isBetween(1, 199);
        assertThat(Units.deadUnits(RANDOM)).isBetween(1, 199);
        assertThat(Units.unitsThatNeverChangeSign(RANDOM)).isBetween(1, 199);
        assertThat(Units.shareOfZeros(RANDOM.values())).isBetween(0.01, 0.9);
        assertThat(Statistics.of(RANDOM.values()).nan()).isPositive();
    }

    @Test
    void aUnitIsNotCalledAliveForANaN() {
        Matrix a = new Matrix(2, 3, new float[] {NAN, 1, NAN, 1, 0, NAN});

        assertThat(Units.shareAbove(a, 0.99)).as("three NaN and two ones").isEqualTo(5.0 / 6);
        assertThat(Units.deadUnits(a, 0.99)).as("only the middle unit has a 0").isEqualTo(2);
        assertThat(Units.deadUnits(new Matrix(2, 2, new float[] {0, 0, NAN, 0.1f})))
                .isEqualTo(1);
        assertThat(Units.unitsThatNeverChangeSign(new Matrix(2, 2, new float[] {1, 1, NAN, -1})))
                .isEqualTo(1);
    }

    @Test
    void zeroHasNoSign() {
        Matrix z = new Matrix(3, 4, new float[] {0, 1, -1, 0, 0, 0, 0, -1, -0.0f, 2, -1, 1});

        assertThat(Units.unitsThatNeverChangeSign(z))
                .as("only the last unit does")
                .isEqualTo(3);
        assertThat(Units.shareOfZeros(z.values())).isEqualTo(6.0 / 12);
    }

    @Test
    void withoutEntriesThereIsNoShare() {
        assertThat(Units.shareAbove(Matrix.EMPTY, 1)).isNaN();
        assertThat(Units.shareOutside(Matrix.EMPTY, new ActiveRange(-1, 1))).isNaN();
        assertThat(Units.shareOfZeros(new float[0])).isNaN();
        assertThat(Units.deadUnits(Matrix.EMPTY, 1)).isZero();
        assertThat(Units.deadUnits(new Matrix(0, 3, new float[0]), 1))
                .as("vacuously")
                .isEqualTo(3);
    }

    @Test
    void anUndefinedRangeGivesNoShareAndNoCount() {
        assertThat(Units.shareOutside(RANDOM, ActiveRange.UNDEFINED)).isNaN();
        assertThatThrownBy(() -> Units.deadUnits(RANDOM, ActiveRange.UNDEFINED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dead units need a defined range of z, but it was ActiveRange[low=NaN, high=NaN].");
    }

    /** 4 examples × 200 units, with zeros, ones, NaN and infinities strewn in. */
    private static Matrix random() {
        Random random = new Random(3);
        float[] strewn = {0, 0, 0, 0, 0, 1, -1, NAN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        float[] values = new float[800];
        for (int i = 0; i < values.length; i++) {
            boolean mostlyZero = i % 200 < 20;
            int pick = random.nextInt(mostlyZero ? 6 : 30);
            values[i] = pick < strewn.length ? strewn[pick] : (float) random.nextGaussian();
        }
        return new Matrix(4, 200, values);
    }

    private static double share(Predicate<Float> entry) {
        long count = IntStream.range(0, 800)
                .filter(i -> entry.test(RANDOM.values()[i]))
                .count();
        return count / 800.0;
    }

    private static int units(Predicate<Float> everyRow) {
        return (int) IntStream.range(0, 200)
                .filter(unit -> IntStream.range(0, 4).allMatch(row -> everyRow.test(RANDOM.at(row, unit))))
                .count();
    }

    /** Units for which neither of two things holds on every row. */
    private static int notUnits(Predicate<Float> one, Predicate<Float> other) {
        return (int) IntStream.range(0, 200)
                .filter(unit -> !IntStream.range(0, 4).allMatch(row -> one.test(RANDOM.at(row, unit))))
                .filter(unit -> !IntStream.range(0, 4).allMatch(row -> other.test(RANDOM.at(row, unit))))
                .count();
    }
}
