package gradientlab.diagnostics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataCollectorTest {

    private static final int ROWS = 20;

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(TargetKind.ONE_HOT, new float[][] {{1, 0, 0}, {0, 0, 1}}),
                Arguments.of(TargetKind.DISTRIBUTION, new float[][] {{0.25f, 0.75f}, {1, 0}}),
                Arguments.of(TargetKind.BINARY, new float[][] {{1}, {0}}),
                Arguments.of(TargetKind.MULTI_LABEL, new float[][] {{1, 1, 0}, {0, 0, 0}}),
                Arguments.of(TargetKind.SIGNED, new float[][] {{1}, {-1}}),
                Arguments.of(TargetKind.SIGNED, new float[][] {{1, -1}, {-1, 1}}),
                Arguments.of(TargetKind.CLASS_INDEX, new float[][] {{3}, {0}}),
                Arguments.of(TargetKind.VALUE, new float[][] {{3.5f}, {0}}),
                Arguments.of(TargetKind.VALUE, new float[][] {{-3}, {0}}),
                Arguments.of(TargetKind.VALUE, new float[][] {{1, 0, 0}, {0, 0, 2}}),
                Arguments.of(TargetKind.UNKNOWN, new float[][] {{Float.NaN, 0}}));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theKindOfTheTargetsIsWhatAllRowsAllow(TargetKind kind, float[][] rows) {
        assertThat(target(Batches.matrix(rows)).kind()).isEqualTo(kind);
    }

    @Test
    void targetsThatAreNotFiniteAreCountedAndAllZerosAreSaid() {
        TargetFacts broken = target(Batches.matrix(new float[][] {{1, 0}, {Float.NaN, 1}}));
        TargetFacts empty = target(Batches.matrix(new float[][] {{0, 0}, {0, 0}}));

        assertThat(broken.nonFinite()).isEqualTo(1);
        assertThat(broken.rows()).isEqualTo(1);
        assertThat(empty.allZero()).isTrue();
        assertThat(empty.oneHotShare()).isZero();
        assertThat(broken.allZero()).isFalse();
    }

    @Test
    void sharesOfClassesAndBatchesOfASingleClassAreCounted() {
        DataCollector sorted = collect(batch -> batch / 4);
        DataCollector mixed = collect(batch -> -1);

        ClassFacts of = Batches.target(sorted).classes();
        assertThat(of.distinct()).isEqualTo(3);
        assertThat(of.largestShare()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(of.batches()).isEqualTo(12);
        assertThat(of.uniform()).isEqualTo(12);
        assertThat(of.expectedUniform()).as("12 · 3 · (1/3)^20").isCloseTo(12 * 3 * Math.pow(3, -20), within(1e-15));
        assertThat(Batches.target(mixed).classes().uniform()).isZero();
    }

    @Test
    void ofVeryManyDifferentTargetsTheCountStops() {
        ClassFacts classes =
                target(Batches.matrix(3000, i -> new float[] {i + 0.5f})).classes();

        assertThat(classes.distinct()).isEqualTo(TargetSums.CLASSES + 1);
    }

    @Test
    void targetsThatAreTheInputAreRecognised() {
        Random random = new Random(1);
        Matrix values = Batches.matrix(ROWS, i -> Batches.gaussian(random, 5));
        Matrix others = Batches.matrix(ROWS, i -> Batches.gaussian(random, 5));
        DataCollector same = Batches.collector(LossKind.MSE, "identity");
        same.add(Batches.table(values, values));
        DataCollector once = Batches.collector(LossKind.MSE, "identity");
        once.add(Batches.table(values, values));
        once.add(Batches.table(others, values));

        assertThat(Batches.target(same).sameAsInput()).isTrue();
        assertThat(Batches.target(once).sameAsInput()).isFalse();
    }

    @Test
    void aBatchThatComesAgainIsTheSameInAnyOrderOfItsExamples() {
        Random random = new Random(2);
        Matrix features = Batches.matrix(ROWS, i -> Batches.gaussian(random, 3));
        Matrix turned = Batches.matrix(ROWS, i -> row(features, ROWS - 1 - i));
        Matrix target = Batches.matrix(ROWS, i -> new float[] {1});
        DataCollector collector = Batches.collector(LossKind.MSE, "identity");
        for (Matrix each : List.of(features, turned, features)) {
            collector.step();
            collector.add(Batches.table(each, target));
        }
        collector.step();
        collector.add(Batches.table(Batches.matrix(6, i -> row(features, i)), Batches.matrix(6, i -> new float[] {1})));

        BatchFacts batches = collector.facts().batches();
        assertThat(batches).isEqualTo(new BatchFacts(4, 4, 6, ROWS, 2, 3L * ROWS + 6, ROWS, 0));
        assertThat(batches.repeatedShare()).isEqualTo(0.5);
    }

    @Test
    void examplesThatComeWithOtherTargetsConflict() {
        Matrix features = Batches.matrix(ROWS, i -> new float[] {i});
        DataCollector collector = Batches.collector(LossKind.MSE, "identity");
        collector.add(Batches.table(features, Batches.matrix(ROWS, i -> new float[] {i})));
        collector.add(Batches.table(features, Batches.matrix(ROWS, i -> new float[] {i < 5 ? -1 : i})));

        assertThat(collector.facts().batches().conflicting()).isEqualTo(5);
    }

    @Test
    void theFirstFiftyBatchesAreLookedAtAndThenEightWheneverTheirNumberDoubles() {
        assertThat(LongStream.range(0, 50).allMatch(DataCollector::wanted)).isTrue();
        for (long from = 64; from < 1 << 20; from *= 2) {
            assertThat(LongStream.range(from, 2 * from)
                            .filter(DataCollector::wanted)
                            .count())
                    .isEqualTo(8);
        }
        assertThat(LongStream.range(0, 1000).filter(DataCollector::wanted).count())
                .isLessThan(90);
    }

    @Test
    void aBatchOfAnotherShapeIsRefused() {
        DataCollector collector = Batches.collector(LossKind.MSE, "identity");
        BatchData batch = Batches.table(Batches.matrix(new float[] {1}), Batches.matrix(new float[] {1}));
        BatchData two = new BatchData(
                1,
                batch.inputs(),
                List.of(batch.targets().get(0), batch.targets().get(0)));

        assertThatThrownBy(() -> collector.add(two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The network has 1 input(s) and 1 output(s), but the batch had 1 and 2.");
    }

    @Test
    void ofIndicesItCountsHowOftenEachCameWhateverTheirOrder() {
        Random random = new Random(8);
        int[] classes = new int[ROWS];
        // Five words each: those of class 1 are odd.
        Matrix words = Batches.matrix(ROWS, i -> {
            classes[i] = random.nextInt(2);
            float[] row = new float[5];
            for (int k = 0; k < row.length; k++) {
                row[k] = 2 * random.nextInt(500) % 20 + classes[i];
            }
            return row;
        });

        Relation related = relationOfWords(words, Batches.matrix(ROWS, i -> new float[] {classes[i]}));
        Relation shuffled = relationOfWords(words, Batches.matrix(ROWS, i -> new float[] {random.nextInt(2)}));

        assertThat(related.sigmas()).isGreaterThan(5);
        assertThat(shuffled.sigmas()).isLessThan(3);
    }

    private static Relation relationOfWords(Matrix words, Matrix classes) {
        DataCollector collector = Batches.collector(LossKind.SPARSE_MCXENT, "softmax");
        collector.add(new BatchData(
                ROWS,
                List.of(new BatchData.Input(InputKind.INDICES, words, words, false)),
                Batches.table(words, classes).targets()));
        return collector.relate().facts().targets().get(0).relation();
    }

    @Test
    void valuesThatAreSortedDifferBetweenTheBatchesAndOthersWithin() {
        Random random = new Random(5);
        float[] values = new float[10 * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }

        // By chance (batches − 1) / (rows − 1) = 9 / 199.
        assertThat(between(values)).isBetween(0.01, 0.12);
        Arrays.sort(values);
        assertThat(between(values)).isGreaterThan(0.9);
        Arrays.fill(values, 3);
        assertThat(between(values)).as("no scatter").isNaN();
    }

    private static double between(float[] values) {
        DataCollector collector = Batches.collector(LossKind.MSE, "identity");
        for (int batch = 0; batch < values.length / ROWS; batch++) {
            int from = batch * ROWS;
            Matrix rows = Batches.matrix(ROWS, i -> new float[] {values[from + i]});
            collector.add(Batches.table(rows, rows));
        }
        return Batches.target(collector).classes().between();
    }

    @Test
    void paddingIsTheZerosAtTheEndOfSequencesThatNoMaskLeavesOut() {
        // Two features over four steps: lengths 4, 2, 1 and 0; a zero between values is none.
        Matrix sequences = Batches.matrix(
                new float[] {1, 0, 0, 2, 0, 0, 0, 0},
                new float[] {1, 0, 0, 0, 0, 3, 0, 0},
                new float[] {1, 0, 0, 0, 0, 0, 0, 0},
                new float[] {0, 0, 0, 0, 0, 0, 0, 0});

        assertThat(padding(InputKind.SEQUENCE, sequences, false)).isEqualTo(new Padding(9 / 16.0, 4));
        assertThat(padding(InputKind.SEQUENCE, sequences, true)).isEqualTo(Padding.NONE);
        assertThat(padding(InputKind.TABLE, sequences, false)).isEqualTo(Padding.NONE);
        assertThat(padding(
                        InputKind.INDICES, Batches.matrix(new float[] {3, 0, 1, 0}, new float[] {2, 2, 0, 0}), false))
                .isEqualTo(new Padding(3 / 8.0, 2));
    }

    private static Padding padding(InputKind kind, Matrix examples, boolean masked) {
        Matrix steps = new Matrix(examples.values().length / 2, 2, examples.values());
        DataCollector collector = Batches.collector(LossKind.MSE, "identity");
        collector.add(new BatchData(
                examples.rows(),
                List.of(new BatchData.Input(kind, examples, kind == InputKind.SEQUENCE ? steps : examples, masked)),
                Batches.table(examples, Batches.matrix(examples.rows(), i -> new float[] {i}))
                        .targets()));
        return collector.facts().inputs().get(0).padding();
    }

    private static DataCollector collect(IntUnaryOperator classOf) {
        Random random = new Random(3);
        DataCollector collector = Batches.collector(LossKind.MCXENT, "softmax");
        for (int b = 0; b < 12; b++) {
            int batch = b;
            collector.step();
            collector.add(Batches.table(
                    Batches.matrix(ROWS, i -> Batches.gaussian(random, 2)), Batches.matrix(ROWS, i -> {
                        int k = classOf.applyAsInt(batch);
                        return Batches.oneHot(3, k < 0 ? i % 3 : k);
                    })));
        }
        return collector;
    }

    private static float[] row(Matrix matrix, int i) {
        float[] row = new float[matrix.columns()];
        for (int j = 0; j < row.length; j++) {
            row[j] = matrix.at(i, j);
        }
        return row;
    }

    private static TargetFacts target(Matrix targets) {
        DataCollector collector = Batches.collector(LossKind.MSE, "identity");
        collector.add(Batches.table(Batches.matrix(targets.rows(), i -> new float[] {i}), targets));
        return Batches.target(collector);
    }
}
