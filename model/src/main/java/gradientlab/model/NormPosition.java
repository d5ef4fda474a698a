package gradientlab.model;

/** Where a hidden layer is normalised. */
public enum NormPosition implements Named {
    /** Between the affine map and the nonlinearity, as Ioffe and Szegedy 2015 (section 3.2) propose. */
    BEFORE("before"),
    /** After the nonlinearity. */
    AFTER("after");

    private final String label;

    NormPosition(String label) {
        this.label = label;
    }

    /**
     * The position with the given label.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static NormPosition parse(String label) {
        return Named.of(NormPosition.class, "position of the normalisation", label);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
