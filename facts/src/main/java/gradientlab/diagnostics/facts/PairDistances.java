package gradientlab.diagnostics.facts;

import java.util.Arrays;
import java.util.List;

/** Squared distances of all pairs of rows. */
final class PairDistances {

    private final int rows;
    private final float[] squares;
    private final double mean;
    private final double std;

    private PairDistances(int rows, float[] squares) {
        this.rows = rows;
        this.squares = squares;
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                double d = squares[i * rows + j];
                sum += d;
                sumOfSquares += d * d;
            }
        }
        double pairs = rows * (rows - 1) / 2.0;
        this.mean = sum / pairs;
        this.std = Math.sqrt(Math.max(0, sumOfSquares / pairs - mean * mean));
    }

    /** Of the rows with standardised columns, cut off; constant columns count nothing. */
    static PairDistances of(List<float[]> rows) {
        int n = rows.size();
        float[] squares = new float[n * n];
        float[] column = new float[n];
        for (int k = 0; k < rows.get(0).length; k++) {
            for (int i = 0; i < n; i++) {
                column[i] = rows.get(i)[k];
            }
            if (standardise(column)) {
                add(column, squares);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                squares[i * n + j] = squares[j * n + i];
            }
        }
        return new PairDistances(n, squares);
    }

    /** 0 for equal rows, 1 for different ones. */
    static PairDistances equality(List<float[]> rows) {
        int n = rows.size();
        float[] squares = new float[n * n];
        long[] hashes =
                rows.stream().mapToLong(row -> RowHash.of(row, 0, row.length)).toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                squares[i * n + j] = hashes[i] == hashes[j] ? 0 : 1;
            }
        }
        return new PairDistances(n, squares);
    }

    /** Adds (x_i − x_j)² above the diagonal; the inner loop is one that the JVM turns into vector instructions. */
    private static void add(float[] column, float[] squares) {
        int n = column.length;
        for (int i = 0; i < n; i++) {
            float x = column[i];
            int row = i * n;
            for (int j = i + 1; j < n; j++) {
                float d = column[j] - x;
                squares[row + j] += d * d;
            }
        }
    }

    /** Whether the column varies. */
    private static boolean standardise(float[] column) {
        double sum = 0;
        for (float x : column) {
            sum += x;
        }
        double mean = sum / column.length;
        double scatter = 0;
        for (float x : column) {
            scatter += (x - mean) * (x - mean);
        }
        double std = Math.sqrt(scatter / column.length);
        boolean varies = std > 1e-6 * Math.abs(mean);
        for (int i = 0; varies && i < column.length; i++) {
            double z = (column[i] - mean) / std;
            column[i] = (float) Math.max(-RelationProbe.CUT, Math.min(RelationProbe.CUT, z));
        }
        return varies || Double.isNaN(std);
    }

    int rows() {
        return rows;
    }

    float at(int i, int j) {
        return squares[i * rows + j];
    }

    double mean() {
        return mean;
    }

    double std() {
        return std;
    }

    /** Whether nothing can be told from them. */
    boolean allZeroOrNotFinite() {
        return !(std > 0) || !Double.isFinite(std);
    }

    /** For every row the others that are nearest; several where they are equally near. */
    int[][] nearest() {
        int[][] nearest = new int[rows][];
        for (int i = 0; i < rows; i++) {
            nearest[i] = nearest(i);
        }
        return nearest;
    }

    private int[] nearest(int i) {
        int[] found = new int[rows];
        int count = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int j = 0; j < rows; j++) {
            float d = at(i, j);
            if (j != i && d <= least) {
                count = d < least ? 0 : count;
                found[count++] = j;
                least = d;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
