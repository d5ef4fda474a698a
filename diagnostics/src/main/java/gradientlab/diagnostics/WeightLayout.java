package gradientlab.diagnostics;

/**
 * How the entries of a parameter tensor belong to the units of its layer, and how many inputs each unit sums.
 *
 * <p>Along the axis of the units the tensor holds one block per unit and gate. In the order in which the entries are
 * listed a block is {@code stride} entries long, so entry i belongs to unit (i / stride) mod units: for an LSTM of 128
 * units the blocks 0, 128, 256 and 384 all belong to unit 0.
 *
 * @param fanIn inputs that one unit (one gate of a unit) sums through this tensor; NaN where it multiplies nothing, as a
 *     bias, and where it is not known
 * @param units units whose weights it holds; 0 where its entries do not belong to single units, or where units have
 *     inputs of their own and therefore cannot be compared by their weights (depthwise and element-wise weights)
 * @param stride entries of one block; at least 1 where there are units
 */
public record WeightLayout(double fanIn, int units, int stride) {

    /** Nothing is known. */
    public static final WeightLayout NONE = new WeightLayout(Double.NaN, 0, 0);

    /** Throws {@link IllegalArgumentException} for units without a stride. */
    public WeightLayout {
        if (units < 0 || units > 0 && stride < 1) {
            throw new IllegalArgumentException(
                    "The weights of a unit lie in blocks of at least 1 entry, but there were " + units
                            + " units in blocks of " + stride + ".");
        }
    }

    /** A tensor with a fan-in whose entries cannot be compared unit by unit. */
    public static WeightLayout ofFanIn(double fanIn) {
        return new WeightLayout(fanIn, 0, 0);
    }

    /**
     * A tensor with its units along one axis.
     *
     * @param fanIn inputs of a unit, NaN for a bias
     * @param units units along the axis; the axis may hold several blocks of as many (the gates of an LSTM)
     * @param axis the dimension of the units
     * @param shape extent of each dimension
     * @param order the order in which the entries are listed, 'c' (row-major) or 'f' (column-major)
     */
    public static WeightLayout alongAxis(double fanIn, int units, int axis, long[] shape, char order) {
        long stride = 1;
        int from = order == 'c' ? axis + 1 : 0;
        int to = order == 'c' ? shape.length : axis;
        for (int i = from; i < to; i++) {
            stride = Math.multiplyExact(stride, shape[i]);
        }
        return new WeightLayout(fanIn, units, Math.toIntExact(stride));
    }

    /** Whether its entries belong to single units. */
    public boolean perUnit() {
        return units > 0;
    }

    /** The unit of an entry; −1 where entries belong to no single unit. */
    public int unitOf(int entry) {
        return perUnit() ? entry / stride % units : -1;
    }

    /** Entries of one unit in a tensor with the given number of entries; an incomplete last round (peephole weights) is left out. */
    public int entriesPerUnit(int entries) {
        return perUnit() ? entries / (units * stride) * stride : 0;
    }

    /** Where the k-th entry of a unit stands. */
    public int indexOf(int unit, int k) {
        return (k / stride * units + unit) * stride + k % stride;
    }
}
