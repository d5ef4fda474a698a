package gradientlab.diagnostics.facts;

/** Which kind of targets all rows so far could be. */
final class TargetShape {

    /** Rounding of a sum of probabilities in float32. */
    private static final double SUM_TOLERANCE = 1e-4;

    private long rows;
    private long oneHot;
    private boolean zeroOrOne = true;
    private boolean signed = true;
    private boolean whole = true;
    private boolean negative;
    private boolean sumsToOne = true;

    void add(float[] values, int from, int count) {
        double sum = 0;
        boolean bits = true;
        for (int i = from; i < from + count; i++) {
            float value = values[i];
            sum += value;
            bits &= value == 0 || value == 1;
            signed &= value == 1 || value == -1;
            whole &= value == (long) value;
            negative |= value < 0;
        }
        rows++;
        oneHot += bits && sum == 1 ? 1 : 0;
        zeroOrOne &= bits;
        sumsToOne &= Math.abs(sum - 1) <= SUM_TOLERANCE;
    }

    long rows() {
        return rows;
    }

    /** NaN without rows. */
    double oneHotShare() {
        return (double) oneHot / rows;
    }

    TargetKind kind(int columns) {
        if (rows == 0) {
            return TargetKind.UNKNOWN;
        } else if (zeroOrOne) {
            boolean each = columns > 1 && oneHot == rows;
            return each ? TargetKind.ONE_HOT : columns == 1 ? TargetKind.BINARY : TargetKind.MULTI_LABEL;
        } else if (signed) {
            return TargetKind.SIGNED;
        } else if (columns == 1) {
            return whole && !negative ? TargetKind.CLASS_INDEX : TargetKind.VALUE;
        }
        return sumsToOne && !negative ? TargetKind.DISTRIBUTION : TargetKind.VALUE;
    }
}
