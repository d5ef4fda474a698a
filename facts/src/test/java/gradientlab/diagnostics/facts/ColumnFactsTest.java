package gradientlab.diagnostics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Matrix;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnFactsTest {

    private static final int ROWS = 200;

    @Test
    void theStatisticsOfAColumnAreThoseOfTwoPasses() {
        Random random = new Random(1);
        Matrix rows = Batches.matrix(ROWS, i -> new float[] {
            (float) (8 + 0.01 * random.nextGaussian()), random.nextInt(3), (float) (1e4 * random.nextGaussian())
        });
        ColumnSums sums = new ColumnSums(3);
        sums.add(part(rows, 0, 70));
        sums.add(part(rows, 70, ROWS));

        for (int j = 0; j < 3; j++) {
            double[] values = column(rows, j);
            double mean = Arrays.stream(values).average().orElseThrow();
            double scatter =
                    Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
            Column column = sums.column(j);
            assertThat(column.mean()).isCloseTo(mean, within(1e-12 * Math.abs(mean) + 1e-9));
            assertThat(column.std()).isCloseTo(Math.sqrt(scatter / (ROWS - 1)), within(1e-9 * 1e4));
            assertThat(column.min()).isEqualTo(Arrays.stream(values).min().orElseThrow());
            assertThat(column.max()).isEqualTo(Arrays.stream(values).max().orElseThrow());
            assertThat(column.zeros())
                    .isEqualTo(
                            (double) Arrays.stream(values).filter(x -> x == 0).count() / ROWS);
        }
        assertThat(sums.column(1).wholeNumbers()).isTrue();
        assertThat(sums.column(2).wholeNumbers()).isFalse();
    }

    @Test
    void constantsDuplicatesOffsetsAndADominatingColumnAreCountedAndNamed() {
        Random random = new Random(2);
        // 0: plain, 1: equal to it, 2: constant 0, 3: constant 7, 4: offset of 40 std, 5: a thousand times as wide.
        ColumnFacts facts = facts(Batches.matrix(ROWS, i -> {
            float x = (float) random.nextGaussian();
            return new float[] {x, x, 0, 7, (float) (40 + random.nextGaussian()), (float) (1000 * random.nextGaussian())
            };
        }));

        assertThat(facts.columns()).isEqualTo(6);
        assertThat(facts.constant()).isEqualTo(2);
        assertThat(facts.constantNotZero()).isEqualTo(1);
        assertThat(facts.constants()).extracting(Column::index).containsExactly(3);
        assertThat(facts.duplicates()).isEqualTo(1);
        assertThat(facts.offset()).isEqualTo(1);
        assertThat(facts.mostOffset()).extracting(Column::index).containsExactly(4);
        assertThat(facts.widest()).extracting(Column::index).startsWith(5, 4, 3);
        assertThat(facts.narrowest())
                .extracting(Column::index)
                .doesNotContain(2, 3)
                .last()
                .isEqualTo(5);
        assertThat(facts.dominatingShare()).isBetween(0.99, 1.0);
        assertThat(facts.widestStd() / facts.narrowestStd()).isBetween(500.0, 2000.0);
    }

    @Test
    void columnsOfZerosAndAFewOnesAreNotTakenForDuplicates() {
        // 5 ones in 200 rows: 200 · variance is 5 · 195 / 199 = 4.9; 6 ones have 5.85.
        ColumnFacts facts = facts(Batches.matrix(ROWS, i -> {
            float five = i < 5 ? 1 : 0;
            float six = i < 6 ? 1 : 0;
            return new float[] {five, five, six, six};
        }));

        assertThat(facts.duplicates()).isEqualTo(1);
    }

    @Test
    void sharesAreThoseOfTheSecondMoments() {
        // Two columns of ±1 around 3 and 0: means 9 and 0, variances (n − 1) 1 · n / (n − 1).
        ColumnFacts facts = facts(Batches.matrix(ROWS, i -> new float[] {i % 2 == 0 ? 2 : 4, i % 2 == 0 ? -1 : 1}));
        double variance = (double) ROWS / (ROWS - 1);

        assertThat(facts.offsetShare()).isCloseTo(9 / (9 + 2 * variance), within(1e-12));
        assertThat(facts.dominatingShare()).isCloseTo((9 + variance) / (9 + 2 * variance), within(1e-12));
        assertThat(facts.offset()).as("the mean is less than 3 std from 0").isZero();
    }

    @Test
    void aRowThatIsNotFiniteIsCountedAndLeftOut() {
        ColumnSums sums = new ColumnSums(2);
        sums.add(Batches.matrix(
                new float[] {1, 2}, new float[] {Float.NaN, Float.POSITIVE_INFINITY}, new float[] {3, 4}));

        assertThat(sums.nonFinite()).isEqualTo(2);
        assertThat(sums.rows()).isEqualTo(2);
        assertThat(sums.column(0).mean()).isEqualTo(2);
    }

    @Test
    void withoutRowsNothingIsKnown() {
        ColumnFacts facts = ColumnReport.of(new ColumnSums(3));

        assertThat(facts.constant()).isZero();
        assertThat(facts.duplicates()).isZero();
        assertThat(facts.min()).isNaN();
        assertThat(facts.zeroShare()).isNaN();
        assertThat(facts.narrowestStd()).isNaN();
    }

    @Test
    void oneRowMakesNoColumnConstant() {
        ColumnFacts facts = facts(Batches.matrix(new float[] {1, 1}));

        assertThat(facts.constant()).isZero();
        assertThat(facts.duplicates()).isZero();
        assertThat(facts.max()).isEqualTo(1);
    }

    @Test
    void ofVeryManyColumnsTheLastEnterTheExtremesAndTheSumAlone() {
        int columns = ColumnSums.EACH + 10;
        ColumnFacts facts = facts(Batches.matrix(4, i -> {
            float[] row = new float[columns];
            row[0] = i % 2 == 0 ? 1 : -1;
            row[columns - 1] = i % 2 == 0 ? 100 : -100;
            return row;
        }));

        assertThat(facts.each()).isEqualTo(ColumnSums.EACH);
        assertThat(facts.columns()).isEqualTo(columns);
        assertThat(facts.max()).isEqualTo(100);
        assertThat(facts.min()).isEqualTo(-100);
        assertThat(facts.dominatingShare())
                .as("(4/3) / (4/3 + 100²)")
                .isCloseTo(4 / 3.0 / (4 / 3.0 + 1e4), within(1e-9));
    }

    @Test
    void theNumberOfColumnsStaysTheSame() {
        ColumnSums sums = new ColumnSums(2);

        assertThatThrownBy(() -> sums.add(Batches.matrix(new float[] {1, 2, 3})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The columns of one input stay the same, but 2 became 3.");
    }

    private static ColumnFacts facts(Matrix rows) {
        ColumnSums sums = new ColumnSums(rows.columns());
        sums.add(rows);
        return ColumnReport.of(sums);
    }

    private static Matrix part(Matrix rows, int from, int to) {
        return new Matrix(
                to - from,
                rows.columns(),
                Arrays.copyOfRange(rows.values(), from * rows.columns(), to * rows.columns()));
    }

    private static double[] column(Matrix rows, int j) {
        double[] values = new double[rows.rows()];
        Arrays.setAll(values, i -> rows.at(i, j));
        return values;
    }
}
