package gradientlab.activations;

/**
 * From where on a nonlinearity counts as flat, said for tanh; other functions are flat at the same loss of slope.
 *
 * <p>Two limits are in use, and what shows a share of saturated values says which one it counted by.
 */
public enum SaturationLimit {
    /**
     * |tanh z| &gt; 0.97, where tanh passes 5.9 % of a gradient: the rules call a value saturated from here on. Source:
     * Karpathy, Neural networks: zero to hero, makemore part 3.
     */
    RULES(0.97),
    /**
     * |tanh z| &gt; 0.99, where tanh passes 2.0 % of a gradient: the limit of the lecture's map, and the one beyond which
     * every value of a dead unit lies.
     */
    LECTURE(0.99);

    private final double tanh;

    SaturationLimit(double tanh) {
        this.tanh = tanh;
    }

    /** The |tanh z| beyond which tanh counts as flat. */
    public double tanh() {
        return tanh;
    }

    /** Share of the greatest slope below which a tail counts as flat: 1 − tanh². */
    public double slopeShare() {
        return 1 - tanh * tanh;
    }
}
