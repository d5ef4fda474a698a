package gradientlab.model;

/** How the residual branches of a {@link ResidualSpec} are scaled. */
public enum ResidualScaling implements Named {
    /** Not at all: each branch has the weights of the initialisation. */
    NONE("none"),
    /**
     * After Fixup (Zhang, Dauphin and Ma 2019, section 3.3): the last layer of every branch and the output layer start
     * at 0, and branches are scaled down so that one step changes the function no more the deeper the net is.
     *
     * <p>Fixup's factor L^(−1/(2m−2)) is for branches of m ≥ 2 layers, on the first m − 1. A branch here has one layer,
     * which starts at 0; its factor 1/√L stands behind it, for good: the branch's output and the gradient of its weights
     * are both multiplied by it, so that the L branches together move by Θ(learning rate), as section 3.2 demands.
     */
    FIXUP("fixup");

    private final String label;

    ResidualScaling(String label) {
        this.label = label;
    }

    /**
     * The scaling with the given label.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static ResidualScaling parse(String label) {
        return Named.of(ResidualScaling.class, "residual scaling", label);
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
