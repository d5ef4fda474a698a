package gradientlab.model;

/** The normalisation layer that goes with each hidden layer. */
public enum Normalisation implements Named {
    /** No normalisation layer. */
    NONE("none"),
    /** Batch normalisation with learnt gamma and beta and running statistics (Ioffe and Szegedy 2015). */
    BATCH("batch");

    private final String label;

    Normalisation(String label) {
        this.label = label;
    }

    /**
     * The normalisation with the given label.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static Normalisation parse(String label) {
        return Named.of(Normalisation.class, "normalisation", label);
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
