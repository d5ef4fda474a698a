package gradientlab.model;

/**
 * How one kind of parameter (a layer's weights or its biases) is drawn: a distribution and the rule of its size.
 *
 * <p>The amount is factor · gain / √fan, the gain being that of the layer's nonlinearity where {@code timesGain} says
 * so and 1 otherwise. It is the standard deviation of NORMAL and UNIFORM, the root mean square of an element of
 * ORTHOGONAL, and the value itself of CONSTANT.
 */
public record DrawRule(WeightDistribution distribution, double factor, Fan fan, boolean timesGain) {

    static final DrawRule ZERO = constant(0);

    static DrawRule constant(double value) {
        return new DrawRule(WeightDistribution.CONSTANT, value, Fan.NONE, false);
    }

    static DrawRule normal(double std) {
        return new DrawRule(WeightDistribution.NORMAL, std, Fan.NONE, false);
    }

    static DrawRule normal(double factor, Fan fan) {
        return new DrawRule(WeightDistribution.NORMAL, factor, fan, false);
    }

    static DrawRule uniform(double factor, Fan fan) {
        return new DrawRule(WeightDistribution.UNIFORM, factor, fan, false);
    }

    DrawRule timesGainOfActivation() {
        return new DrawRule(distribution, factor, fan, true);
    }

    DrawRule withFactor(double other) {
        return new DrawRule(distribution, other, fan, timesGain);
    }

    DrawRule withFan(Fan other) {
        return new DrawRule(distribution, factor, other, timesGain);
    }

    /** The amount for a layer with these inputs and outputs whose nonlinearity has the given gain. */
    public double amount(int fanIn, int fanOut, double gain) {
        return factor * (timesGain ? gain : 1) / Math.sqrt(fan.of(fanIn, fanOut));
    }

    /** The expected standard deviation of the drawn values: the amount, or 0 for a constant. */
    public double expectedStd(int fanIn, int fanOut, double gain) {
        return distribution == WeightDistribution.CONSTANT ? 0 : amount(fanIn, fanOut, gain);
    }
}
