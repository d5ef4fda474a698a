package gradientlab.model;

/** By which count of connections an initialisation divides: std = factor · gain / √fan. */
public enum Fan {
    /** Not at all: the std does not depend on the layer's size. */
    NONE,
    /** The number of inputs: keeps the variance of the forward signal. */
    IN,
    /** The number of outputs: keeps the variance of the gradient. */
    OUT,
    /** The mean of both (Glorot and Bengio 2010, equation 12). */
    AVERAGE,
    /** The larger of both: the size of an element of an orthogonal matrix. */
    LARGER;

    /** The fan of a layer with a number of inputs and outputs. */
    public double of(int fanIn, int fanOut) {
        return switch (this) {
            case NONE -> 1;
            case IN -> fanIn;
            case OUT -> fanOut;
            case AVERAGE -> (fanIn + fanOut) / 2.0;
            case LARGER -> Math.max(fanIn, fanOut);
        };
    }
}
