package gradientlab.theory;

/**
 * What a hidden layer is normalised over; γ is 1 and β is 0, as in every fresh net.
 *
 * @param kind over what mean and variance are taken
 * @param groups how many groups the units of a layer are split into; 1 for layer normalisation, 0 where units are not split
 * @param afterNonlinearity whether it stands after the nonlinearity instead of before it
 * @param epsilon what is added to the variance
 */
public record Norm(Kind kind, int groups, boolean afterNonlinearity, double epsilon) {

    /** No normalisation. */
    public static final Norm NONE = new Norm(Kind.NONE, 0, false, 0);

    /** Over what. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** Each unit, over the examples of the batch. */
        EXAMPLES,
        /** Each example, over groups of units. */
        UNITS
    }

    /** Batch normalisation. */
    public static Norm batch(boolean afterNonlinearity, double epsilon) {
        return new Norm(Kind.EXAMPLES, 0, afterNonlinearity, epsilon);
    }

    /** Layer normalisation with one group, else group normalisation. */
    public static Norm groups(int groups, boolean afterNonlinearity, double epsilon) {
        return new Norm(Kind.UNITS, groups, afterNonlinearity, epsilon);
    }

    boolean before(Kind asked) {
        return kind == asked && !afterNonlinearity;
    }

    /** How many values one mean is taken over, in a layer of this many units. */
    int count(int units, int batch) {
        return kind == Kind.EXAMPLES ? batch : units / Math.max(1, groups);
    }
}
