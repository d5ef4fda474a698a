package gradientlab.rulebenchmark.cases;

import java.util.Arrays;

/**
 * Examples as a recipe makes them: features and, for each example, its label or its values.
 *
 * @param x features, raw
 * @param y one class number, or the values of all targets
 */
record CaseRows(double[][] x, double[][] y) {

    int size() {
        return x.length;
    }

    CaseRows range(int from, int to) {
        return new CaseRows(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to));
    }

    /** The rows in another order. */
    CaseRows taken(int[] order) {
        double[][] features = new double[order.length][];
        double[][] targets = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            features[i] = x[order[i]];
            targets[i] = y[order[i]];
        }
        return new CaseRows(features, targets);
    }
}
