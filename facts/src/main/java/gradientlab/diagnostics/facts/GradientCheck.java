package gradientlab.diagnostics.facts;

/**
 * The gradient of one layer against finite differences of the loss.
 *
 * <p>Measured along the unit vector v of the gradient g that the network computes for the layer's parameters θ (along a
 * random one where g is 0): (L(θ + h v) − L(θ − h v)) / 2h, which is |g| where g is the gradient of L.
 *
 * @param layer name of the layer
 * @param foreign simple names of classes that are not DL4J's and that a wrong gradient may come from, separated by commas:
 *     those of the layer and of what lies between it and the layer above that was checked; may be empty
 * @param computed |g|
 * @param measured the slope of the loss along v
 */
public record GradientCheck(String layer, String foreign, double computed, double measured) {

    /** |measured − computed| as a share of the larger of the two; 0 where both are 0, NaN where one is NaN. */
    public double error() {
        double larger = Math.max(Math.abs(measured), Math.abs(computed));
        return larger == 0 ? 0 : Math.abs(measured - computed) / larger;
    }
}
