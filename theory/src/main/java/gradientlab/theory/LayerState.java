package gradientlab.theory;

/**
 * A hidden layer on the way through a net: variances before, inside and after the nonlinearity.
 *
 * @param weightVariance σw², fan-in times the variance of a weight
 * @param biasVariance σb²
 * @param q mean square of z
 * @param normalised the variance over what the normalisation before the nonlinearity takes it over: of z over a group of
 *     units, or over the batch; NaN where there is none or it is not known, as over the batch in the first layer
 * @param moments of the nonlinearity on what it reads
 * @param read mean square of what the next layer reads
 * @param readVariance its variance over the batch, deep in the net where no two examples are alike; with batch norm alone
 */
record LayerState(
        double weightVariance,
        double biasVariance,
        double q,
        double normalised,
        FunctionMoments moments,
        double read,
        double readVariance) {}
