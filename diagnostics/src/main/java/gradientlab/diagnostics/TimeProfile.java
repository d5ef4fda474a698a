package gradientlab.diagnostics;

import java.util.List;

/**
 * The gradient of a recurrent layer at each step of time: whether it vanishes or explodes on its way back.
 *
 * <p>δ_t = ∂L/∂s_t is everything that reaches the state s_t which step t hands on: its output h_t, and of an LSTM its cell
 * c_t, too. A norm is √(Σδ² / n) over the n examples that have the step, L being the batch's mean loss. Steps are listed in
 * the order in which the layer takes them: for the backward half of a bidirectional layer the first is the last of the
 * sequence. A step that every example masks has the norm NaN.
 *
 * <p>Where the loss looks at every step each adds to δ_t, which hides what is lost on the way. So what arrives at the last
 * step of each example is followed back by itself, too: its norm k steps before shows the product of the k steps between.
 *
 * @param norms norm of δ_t, step by step; empty for a layer without time and where no gradient arrives
 * @param fromLast norm of what arrives at the last step alone: at that step, one step before, two steps before …; over
 *     the examples whose unmasked steps reach that far back without a gap
 * @see <a href="https://doi.org/10.1109/72.279181">Bengio, Simard and Frasconi 1994, Learning long-term dependencies with
 *     gradient descent is difficult</a>
 */
public record TimeProfile(List<Double> norms, List<Double> fromLast) {

    /** Of a layer without time. */
    public static final TimeProfile NONE = new TimeProfile(List.of(), List.of());

    /** Copies the lists. */
    public TimeProfile {
        norms = List.copyOf(norms);
        fromLast = List.copyOf(fromLast);
    }

    /** Whether there is no step. */
    public boolean empty() {
        return norms.isEmpty();
    }

    /** Steps between the first and the last one; 0 with fewer than two. */
    public int stepsBack() {
        return Math.max(0, fromLast.size() - 1);
    }

    /**
     * Share of the last step's gradient that reaches the first step; NaN with fewer than two steps, and where nothing
     * arrives at the last one.
     *
     * <p>Below 1 the gradient vanishes towards the first step, above it explodes. Where it overflows on its way the share is
     * {@link #perStep()} to the power of the steps, which may be infinite.
     */
    public double ratio() {
        if (stepsBack() == 0) {
            return Double.NaN;
        }
        double share = share(stepsBack());
        return Double.isFinite(share) ? share : Math.pow(perStep(), stepsBack());
    }

    /**
     * What one step back in time multiplies the gradient by, as a geometric mean: ratio^(1 / steps back).
     *
     * <p>Where nothing is left of it at the first step, or where it overflows before, the mean is taken as far back as there
     * is a finite value; it is 0 where the very first step back leaves nothing, and NaN where the ratio is.
     */
    public double perStep() {
        int steps = stepsBack();
        while (steps > 1 && !(share(steps) > 0 && share(steps) < Double.POSITIVE_INFINITY)) {
            steps--;
        }
        return steps == 0 ? Double.NaN : Math.pow(share(steps), 1.0 / steps);
    }

    private double share(int stepsBefore) {
        return fromLast.get(stepsBefore) / fromLast.get(0);
    }
}
