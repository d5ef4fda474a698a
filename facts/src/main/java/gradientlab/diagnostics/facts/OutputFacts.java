package gradientlab.diagnostics.facts;

/**
 * How an output layer is configured.
 *
 * @param name name of the layer or vertex
 * @param kind simple name of the DL4J configuration class, such as OutputLayer
 * @param activation name of its nonlinearity in lower case, such as softmax; empty when it has none that can be read
 * @param loss its loss function, or OTHER
 * @param lossName simple name of the loss function's class; empty when it has none
 * @param weighted whether the columns of the loss are weighted
 * @param plainScore whether the layer's loss is the loss function's alone; false where more is added, as by a centre loss
 * @param units columns of the output; 0 when the configuration does not say
 */
public record OutputFacts(
        String name,
        String kind,
        String activation,
        LossKind loss,
        String lossName,
        boolean weighted,
        boolean plainScore,
        int units) {

    /** Whether the value of its loss can be computed from its outputs and targets by the formula of {@link LossKind}. */
    public boolean formulaKnown() {
        return loss != LossKind.OTHER && !weighted && plainScore;
    }
}
