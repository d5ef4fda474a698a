package gradientlab.diagnostics.probe;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One direction of an LSTM, Graves' LSTM or simple recurrent layer with tanh, in plain Java and double, whose state can be
 * shifted at one place: what the probe's δ over time is compared with. It uses nothing of the probe.
 */
final class PlainRecurrent {

    /** Central differences in double: truncation about 1e-10, cancellation about 1e-11. */
    private static final double STEP = 1e-5;

    private final double[][] w;
    private final double[][] rw;
    private final double[] b;
    private final int units;
    private final boolean gated;
    private int[] place;
    private double shift;

    /** z of the four gates or of the layer, example by example, step by step in the order of the sequence. */
    double[][][] z;

    /** @param rw with 4 · units columns of an LSTM, 3 more of Graves' */
    PlainRecurrent(INDArray w, INDArray rw, INDArray b) {
        this.w = w.toDoubleMatrix();
        this.rw = rw.toDoubleMatrix();
        this.b = b.reshape(b.length()).toDoubleVector();
        this.units = (int) rw.size(0);
        this.gated = rw.size(1) > units;
    }

    int units() {
        return units;
    }

    boolean gated() {
        return gated;
    }

    /**
     * ∂f/∂(state that a step hands on).
     *
     * @param at example, place in the sequence, and unit of h; units further: of c
     */
    double slope(DoubleSupplier f, int... at) {
        place = at;
        shift = STEP;
        double up = f.getAsDouble();
        shift = -STEP;
        double down = f.getAsDouble();
        place = null;
        return (up - down) / (2 * STEP);
    }

    /**
     * h, [example][step][unit].
     *
     * @param x [example, input, step]
     * @param mask [example, step]; null where every step counts
     */
    double[][][] outputs(INDArray x, INDArray mask, boolean backward) {
        int steps = (int) x.size(2);
        double[][][] h = new double[(int) x.size(0)][steps][];
        z = new double[h.length][steps][];
        for (int example = 0; example < h.length; example++) {
            double[] state = new double[2 * units];
            for (int i = 0; i < steps; i++) {
                int t = backward ? steps - 1 - i : i;
                state = next(x, example, t, state);
                for (int k = 0; k < state.length; k++) {
                    state[k] *= mask == null ? 1 : mask.getDouble(example, t);
                    boolean here = place != null && place[0] == example && place[1] == t && place[2] == k;
                    state[k] += here ? shift : 0;
                }
                h[example][t] = state.clone();
            }
        }
        return h;
    }

    private double[] next(INDArray x, int example, int t, double[] before) {
        double[] sums = b.clone();
        for (int k = 0; k < sums.length; k++) {
            for (int i = 0; i < w.length; i++) {
                sums[k] += x.getDouble(example, i, t) * w[i][k];
            }
            for (int i = 0; i < units; i++) {
                sums[k] += before[i] * rw[i][k];
            }
        }
        double[] after = new double[2 * units];
        for (int u = 0; u < units; u++) {
            if (gated) {
                gates(sums, before, u, after);
            } else {
                after[u] = Math.tanh(sums[u]);
            }
        }
        z[example][t] = sums;
        return after;
    }

    /** DL4J's order: candidate, forget gate, output gate, input gate; peepholes to forget, output, input gate. */
    private void gates(double[] sums, double[] before, int u, double[] after) {
        double cell = before[units + u];
        sums[units + u] += peephole(u, 0) * cell;
        sums[3 * units + u] += peephole(u, 2) * cell;
        double next = sigmoid(sums[units + u]) * cell + sigmoid(sums[3 * units + u]) * Math.tanh(sums[u]);
        sums[2 * units + u] += peephole(u, 1) * next;
        after[u] = sigmoid(sums[2 * units + u]) * Math.tanh(next);
        after[units + u] = next;
    }

    private double peephole(int u, int which) {
        return rw[0].length > 4 * units ? rw[u][4 * units + which] : 0;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
