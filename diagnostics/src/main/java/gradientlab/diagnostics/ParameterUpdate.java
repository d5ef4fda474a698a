package gradientlab.diagnostics;

/**
 * What one step did to a parameter tensor.
 *
 * @param values the update: what was subtracted, learning rate, momentum and so on included
 * @param log10Ratio log10(std(update) / std(parameter)); NaN where it cannot be told
 */
public record ParameterUpdate(Distribution values, double log10Ratio) {

    /** Nothing is known of it: no values, and NaN. */
    public static final ParameterUpdate UNKNOWN = new ParameterUpdate(Distribution.NONE, Double.NaN);
}
