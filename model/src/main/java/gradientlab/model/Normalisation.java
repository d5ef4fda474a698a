package gradientlab.model;

/**
 * The normalisation layer that goes with each hidden layer.
 *
 * <p>Each learns γ and β for every unit and has ε = 1e-5 beside the biased variance. What differs is over what mean and
 * variance are taken.
 */
public enum Normalisation implements Named {
    /** No normalisation layer. */
    NONE("none", "nothing", "", 0),
    /** Batch normalisation with running statistics for inference. */
    BATCH("batch", "each unit, over the examples of the batch", "Ioffe and Szegedy 2015, algorithm 1", 0),
    /** Layer normalisation: {@link GroupNormalization} with one group. */
    LAYER("layer", "each example, over the units of the layer", "Ba, Kiros and Hinton 2016, section 3", 1),
    /** Group normalisation with 8 groups, for the lecture's 128 units the 16 a group of the paper's table 3. */
    GROUP("group", "each example, over each of 8 groups of neighbouring units", "Wu and He 2018, section 3.1", 8);

    private final String label;
    private final String over;
    private final String source;
    private final int groups;

    Normalisation(String label, String over, String source, int groups) {
        this.label = label;
        this.over = over;
        this.source = source;
        this.groups = groups;
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

    /** Over what mean and variance are taken, as text. */
    public String over() {
        return over;
    }

    /** Where the formula comes from; empty for none. */
    public String source() {
        return source;
    }

    /** The groups of units that an example is normalised over; 0 where that is not how it works. */
    public int groups() {
        return groups;
    }

    /** Whether a layer with this number of units can be normalised by it. */
    boolean fits(int units) {
        return groups == 0 || GroupNormalization.fits(units, groups);
    }

    @Override
    public String toString() {
        return label;
    }
}
