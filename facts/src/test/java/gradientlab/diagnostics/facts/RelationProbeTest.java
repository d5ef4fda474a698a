package gradientlab.diagnostics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RelationProbeTest {

    private static final int ROWS = 120;

    @Test
    void clustersFollowAndShuffledLabelsDoNot() {
        List<float[]> features = new ArrayList<>();
        List<float[]> targets = new ArrayList<>();
        clusters(features, targets, 1);

        Relation follows = RelationProbe.of(features, targets, true);
        Collections.shuffle(targets, new Random(5));
        Relation shuffled = RelationProbe.of(features, targets, true);

        assertThat(follows.neighbour()).isGreaterThan(0.9);
        assertThat(follows.neighbourSigmas()).isGreaterThan(10);
        assertThat(follows.correlationSigmas()).isGreaterThan(10);
        assertThat(shuffled.sigmas()).as("3 standard deviations").isLessThan(3);
        assertThat(shuffled.neighbourChance()).as("three classes alike").isCloseTo(1 / 3.0, within(0.05));
    }

    @Test
    void aSmoothFunctionFollowsAndNoiseDoesNot() {
        Random random = new Random(6);
        List<float[]> features = new ArrayList<>();
        List<float[]> smooth = new ArrayList<>();
        List<float[]> noise = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            float[] x = Batches.gaussian(random, 3);
            features.add(x);
            smooth.add(new float[] {(float) Math.sin(x[0]) + x[1]});
            noise.add(new float[] {(float) random.nextGaussian()});
        }

        Relation follows = RelationProbe.of(features, smooth, false);
        assertThat(follows.neighbour()).as("of the distance of any two").isLessThan(0.5);
        assertThat(follows.sigmas()).isGreaterThan(5);
        assertThat(RelationProbe.of(features, noise, false).sigmas()).isLessThan(3);
    }

    @Test
    void theNumbersAreThoseOfASlowCount() {
        List<float[]> features = new ArrayList<>();
        List<float[]> targets = new ArrayList<>();
        clusters(features, targets, 3);
        double[][] z = standardised(features);
        double agree = 0;
        double[] far = new double[ROWS * (ROWS - 1) / 2];
        double[] apart = new double[far.length];
        int pair = 0;
        for (int i = 0; i < ROWS; i++) {
            int best = -1;
            for (int j = 0; j < ROWS; j++) {
                best = j != i && (best < 0 || square(z, i, j) < square(z, i, best)) ? j : best;
                if (j < i) {
                    far[pair] = square(z, i, j);
                    apart[pair++] = same(targets, i, j) ? 0 : 1;
                }
            }
            agree += same(targets, i, best) ? 1 : 0;
        }

        Relation relation = RelationProbe.of(features, targets, true);
        assertThat(relation.rows()).isEqualTo(ROWS);
        assertThat(relation.neighbour()).isCloseTo(agree / ROWS, within(1e-9));
        assertThat(relation.correlation()).isCloseTo(pearson(far, apart), within(1e-4));
    }

    @Test
    void equallyNearNeighboursCountEqually() {
        // XOR, each of its four examples three times: the two others like it stand at the same place and agree.
        List<float[]> features = new ArrayList<>();
        List<float[]> targets = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            features.add(new float[] {i % 2, i / 2 % 2});
            targets.add(new float[] {i % 2 ^ i / 2 % 2});
        }

        assertThat(RelationProbe.of(features, targets, true).neighbour()).isEqualTo(1);
    }

    @Test
    void withoutDifferencesOrFeaturesNothingIsTested() {
        List<float[]> features = new ArrayList<>();
        List<float[]> targets = new ArrayList<>();
        clusters(features, targets, 4);
        List<float[]> alike = Collections.nCopies(ROWS, new float[] {1, 0});
        List<float[]> broken = new ArrayList<>(features);
        broken.set(3, new float[] {Float.NaN, 1});

        assertThat(RelationProbe.of(features, alike, true)).isEqualTo(Relation.NONE);
        assertThat(RelationProbe.of(alike, targets, true)).isEqualTo(Relation.NONE);
        assertThat(RelationProbe.of(broken, targets, true)).isEqualTo(Relation.NONE);
        assertThat(RelationProbe.of(List.of(), List.of(), true).tested()).isFalse();
        assertThat(RelationProbe.of(features.subList(0, 7), targets.subList(0, 7), true)
                        .tested())
                .isFalse();
    }

    @Test
    void anExampleOfALaterEpochDoesNotAgreeWithItself() {
        Random random = new Random(7);
        Matrix features = Batches.matrix(ROWS, i -> Batches.gaussian(random, 4));
        Matrix targets = Batches.matrix(ROWS, i -> Batches.oneHot(2, random.nextInt(2)));
        DataCollector collector = Batches.collector(LossKind.MCXENT, "softmax");
        for (int epoch = 0; epoch < 4; epoch++) {
            collector.step();
            collector.add(Batches.table(features, targets));
        }

        Relation relation = collector.relate().facts().targets().get(0).relation();
        assertThat(relation.rows()).isEqualTo(ROWS);
        assertThat(relation.neighbour()).as("labels are drawn at random").isBetween(0.3, 0.7);
    }

    @Test
    void equalExamplesOfOneBatchAreExamplesOfTheirOwn() {
        Matrix features = Batches.matrix(40, i -> new float[] {i % 2, i / 2 % 2});
        Matrix targets = Batches.matrix(40, i -> new float[] {i % 2 ^ i / 2 % 2});
        DataCollector collector = Batches.collector(LossKind.XENT, "sigmoid");
        collector.step();
        collector.add(Batches.table(features, targets));

        Relation relation = collector.relate().facts().targets().get(0).relation();
        assertThat(relation.rows()).isEqualTo(40);
        assertThat(relation.neighbour()).isEqualTo(1);
    }

    /** Three classes in two columns, one ten times as wide as the other. */
    private static void clusters(List<float[]> features, List<float[]> targets, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROWS; i++) {
            int k = random.nextInt(3);
            features.add(new float[] {
                (float) (40 * k + 8 * random.nextGaussian()), (float) (4 * (k % 2) + 0.8 * random.nextGaussian())
            });
            targets.add(Batches.oneHot(3, k));
        }
    }

    private static double[][] standardised(List<float[]> rows) {
        double[][] z = new double[rows.size()][2];
        for (int j = 0; j < 2; j++) {
            int column = j;
            double mean =
                    rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
            double variance = rows.stream()
                    .mapToDouble(row -> Math.pow(row[column] - mean, 2))
                    .average()
                    .orElseThrow();
            for (int i = 0; i < z.length; i++) {
                z[i][j] = (rows.get(i)[j] - mean) / Math.sqrt(variance);
            }
        }
        return z;
    }

    private static double square(double[][] z, int i, int j) {
        return Math.pow(z[i][0] - z[j][0], 2) + Math.pow(z[i][1] - z[j][1], 2);
    }

    private static boolean same(List<float[]> targets, int i, int j) {
        return Arrays.equals(targets.get(i), targets.get(j));
    }

    private static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
