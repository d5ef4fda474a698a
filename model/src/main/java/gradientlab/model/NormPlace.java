package gradientlab.model;

/** Where a hidden layer is normalised. */
public enum NormPlace implements Named {
    /** Between the affine map and the nonlinearity, as Ioffe and Szegedy 2015 (section 3.2) propose. */
    BEFORE("before"),
    /** After the nonlinearity. */
    AFTER("after");

    private final String label;

    NormPlace(String label) {
        this.label = label;
    }

    /**
     * The place with the given label.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static NormPlace parse(String label) {
        return Named.of(NormPlace.class, "place of the normalisation", label);
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
