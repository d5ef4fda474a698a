package gradientlab.diagnostics.facts;

/**
 * How the parameters of a layer are updated, with the values of the first iteration that was seen.
 *
 * @param kind simple name of the DL4J class, such as Adam; empty when it is not known
 * @param rate learning rate; NaN for an updater without one, such as AdaDelta
 * @param schedule simple name of the schedule of the learning rate; empty for a constant rate
 * @param momentum Nesterov's momentum, β1 of Adam and its relatives; NaN for others
 * @param decay share that the average of squares keeps: β2, RMSProp's and AdaDelta's ρ; NaN for others
 * @param epsilon what is added to the denominator; NaN for others
 */
public record UpdaterFacts(String kind, double rate, String schedule, double momentum, double decay, double epsilon) {

    /** An updater about which nothing is known. */
    public static final UpdaterFacts UNKNOWN = new UpdaterFacts("", Double.NaN, "", Double.NaN, Double.NaN, Double.NaN);

    /** Whether it changes nothing by its own account: a NoOp, or a constant learning rate of 0. */
    public boolean idle() {
        return kind.equals("NoOp") || (rate == 0 && schedule.isEmpty());
    }
}
