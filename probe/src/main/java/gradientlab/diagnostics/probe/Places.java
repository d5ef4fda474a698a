package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The places of every example, each with one value per unit: time steps, pixels, or the example as a whole.
 *
 * @param examples one row per example: [units, places] or, with the channels last, [places, units]
 * @param mask 0 for a place that is left out; null for none
 */
record Places(Matrix examples, int units, boolean channelsLast, float[] mask) {

    /** Rows that are read of one batch: of large images some pixels tell as much as all. */
    private static final int MOST = 2048;

    /** Whether a mask has one entry for each place of each example. */
    boolean fits(INDArray other) {
        return other.length() == all() && other.size(0) == examples.rows();
    }

    int kept() {
        return all() - masked();
    }

    int masked() {
        int masked = 0;
        for (int place = 0; mask != null && place < all(); place++) {
            masked += mask[place] == 0 ? 1 : 0;
        }
        return masked;
    }

    /** All places that are not masked if there are few, otherwise about as many, spread evenly. */
    Matrix rows() {
        if (mask == null && perExample() == 1) {
            return examples;
        }
        int stride = Math.max(1, (all() + MOST - 1) / MOST);
        float[] rows = new float[(all() + stride - 1) / stride * units];
        int count = 0;
        for (int k = 0; k * stride < all(); k++) {
            // Not every nth exactly, which could be one and the same column of an image.
            int place = k * stride + k * 7 % stride;
            if (place < all() && (mask == null || mask[place] != 0)) {
                copy(place, rows, count++ * units);
            }
        }
        return new Matrix(count, units, Arrays.copyOf(rows, count * units));
    }

    private void copy(int place, float[] rows, int to) {
        int from = place / perExample() * examples.columns();
        int within = place % perExample();
        for (int unit = 0; unit < units; unit++) {
            int offset = channelsLast ? within * units + unit : unit * perExample() + within;
            rows[to + unit] = examples.values()[from + offset];
        }
    }

    private int all() {
        return examples.rows() * perExample();
    }

    private int perExample() {
        return units == 0 ? 0 : examples.columns() / units;
    }
}
