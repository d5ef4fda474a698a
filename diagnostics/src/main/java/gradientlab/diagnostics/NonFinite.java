package gradientlab.diagnostics;

/**
 * Where the first value that is not finite was met, in the order of computation.
 *
 * @param layer name of the layer; empty for the input and the loss
 * @param tensor input, the name of a parameter, pre-activation, activation, loss, delta or gradient of a parameter;
 *     empty in {@link #NONE}
 * @param unit column of the layer's activations, or feature; −1 when it cannot be told
 * @param example row of the batch (of a feature map: its position); −1 for parameters and the loss
 * @param value the value as text: NaN, Infinity or -Infinity
 */
public record NonFinite(String layer, String tensor, int unit, int example, String value) {

    /** Every value is finite. */
    public static final NonFinite NONE = new NonFinite("", "", -1, -1, "");

    /** The loss alone: everything that could be looked at was finite. */
    public static NonFinite loss(double value) {
        return new NonFinite("", "loss", -1, -1, Double.toString(value));
    }

    /** Whether there is one. */
    public boolean exists() {
        return !tensor.isEmpty();
    }
}
