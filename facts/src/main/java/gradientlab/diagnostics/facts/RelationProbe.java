package gradientlab.diagnostics.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The two tests of {@link Relation}. */
final class RelationProbe {

    /** Standard deviations at which a standardised feature is cut off: a rare pixel must not decide who is near. */
    static final float CUT = 5;

    private static final int PERMUTATIONS = 20;
    private static final int LEAST_ROWS = 8;
    private static final long SEED = 20260601;

    /** Multiplications for the distances of all pairs, to which the sample is cut down. */
    private static final double BUDGET = 1.5e7;

    private final int rows;
    private final PairDistances features;
    private final PairDistances targets;
    private final int[][] nearest;

    private RelationProbe(PairDistances features, PairDistances targets) {
        this.rows = features.rows();
        this.features = features;
        this.targets = targets;
        this.nearest = features.nearest();
    }

    /**
     * Tests a sample.
     *
     * @param classes whether equal targets are one class
     * @return {@link Relation#NONE} for fewer than {@value #LEAST_ROWS} examples, without features, and where features
     *     or targets are all alike or not finite
     */
    static Relation of(List<float[]> features, List<float[]> targets, boolean classes) {
        int columns = features.isEmpty() ? 0 : features.get(0).length;
        int rows = (int) Math.min(features.size(), Math.sqrt(2 * BUDGET / Math.max(1, columns)));
        if (rows < LEAST_ROWS || columns == 0) {
            return Relation.NONE;
        }
        PairDistances far = PairDistances.of(features.subList(0, rows));
        List<float[]> used = targets.subList(0, rows);
        PairDistances apart = classes ? PairDistances.equality(used) : PairDistances.of(used);
        return far.allZeroOrNotFinite() || apart.allZeroOrNotFinite()
                ? Relation.NONE
                : new RelationProbe(far, apart).relation(classes);
    }

    private Relation relation(boolean classes) {
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        double neighbour = neighbours(order);
        double correlation = correlation(order);
        double[] neighbours = new double[PERMUTATIONS];
        double[] correlations = new double[PERMUTATIONS];
        Random random = new Random(SEED);
        for (int k = 0; k < PERMUTATIONS; k++) {
            shuffle(order, random);
            neighbours[k] = neighbours(order);
            correlations[k] = correlation(order);
        }
        double mean = Arrays.stream(neighbours).average().orElse(Double.NaN);
        double std = deviation(neighbours, mean);
        double unit = classes ? 1 : targets.mean();
        return new Relation(
                rows,
                classes,
                classes ? 1 - neighbour : neighbour / unit,
                classes ? 1 - mean : mean / unit,
                std / unit,
                correlation,
                deviation(correlations, 0));
    }

    /** Mean distance of the targets of nearest neighbours. */
    private double neighbours(int[] order) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double own = 0;
            for (int j : nearest[i]) {
                own += targets.at(order[i], order[j]);
            }
            sum += own / nearest[i].length;
        }
        return sum / rows;
    }

    /** Over all pairs; both standard deviations are the same for every order. */
    private double correlation(int[] order) {
        double sum = 0;
        double meanFar = features.mean();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                sum += (features.at(i, j) - meanFar) * targets.at(order[i], order[j]);
            }
        }
        return sum / (rows * (rows - 1) / 2.0) / features.std() / targets.std();
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
