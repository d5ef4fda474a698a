package gradientlab.lab;

/**
 * What an experiment once took on two busy cores, in seconds: enough to foretell a whole of which some are done.
 *
 * @param quick at {@link Scale#QUICK}
 * @param normal at {@link Scale#NORMAL}
 */
public record Took(double quick, double normal) {

    /** At a scale; NaN at the full one, which nobody has timed. */
    public double at(Scale scale) {
        return scale.of(quick, normal, Double.NaN);
    }
}
