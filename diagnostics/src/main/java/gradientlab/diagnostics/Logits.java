package gradientlab.diagnostics;

/**
 * What a classifier's logits (examples × classes) say before any label is looked at.
 *
 * <p>The probabilities are p = softmax(logits), computed from logits minus their maximum, so that no exponential
 * overflows.
 */
public final class Logits {

    private Logits() {}

    /** Cross entropy of a guess that gives every class the same probability: ln C. */
    public static double chanceLoss(int classes) {
        return Math.log(classes);
    }

    /**
     * Entropy −Σ p ln p of the softmax, in nats, averaged over the examples: ln C when undecided, 0 when certain.
     *
     * <p>NaN without examples, and when a logit is NaN or +∞.
     */
    public static double meanEntropy(Matrix logits) {
        double sum = 0;
        for (int row = 0; row < logits.rows(); row++) {
            sum += entropy(logits, row);
        }
        return sum / logits.rows();
    }

    /**
     * How many examples are predicted as each class: the greatest logit, the first of equals.
     *
     * <p>An example with a NaN among its logits has no prediction.
     */
    public static long[] predictions(Matrix logits) {
        long[] counts = new long[logits.columns()];
        for (int row = 0; row < logits.rows(); row++) {
            int predicted = argmax(logits, row);
            if (predicted >= 0) {
                counts[predicted]++;
            }
        }
        return counts;
    }

    /** With e = Σ exp(x − max): −Σ p ln p = ln e − Σ exp(x − max) (x − max) / e. */
    private static double entropy(Matrix logits, int row) {
        double max = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < logits.columns(); column++) {
            max = Math.max(max, logits.at(row, column));
        }
        double e = 0;
        double weighted = 0;
        for (int column = 0; column < logits.columns(); column++) {
            double shifted = logits.at(row, column) - max;
            double exp = Math.exp(shifted);
            e += exp;
            weighted += exp == 0 ? 0 : exp * shifted;
        }
        return Math.log(e) - weighted / e;
    }

    /** −1 when a logit is NaN. */
    private static int argmax(Matrix logits, int row) {
        int best = -1;
        for (int column = 0; column < logits.columns(); column++) {
            float value = logits.at(row, column);
            if (Float.isNaN(value)) {
                return -1;
            }
            best = best < 0 || value > logits.at(row, best) ? column : best;
        }
        return best;
    }
}
