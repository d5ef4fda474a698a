package gradientlab.diagnostics;

import java.util.List;

/**
 * The gradient of a recurrent layer at each step of time: whether it vanishes or explodes on its way back.
 *
 * <p>δ_t = ∂L/∂h_t is everything that reaches the output h_t of step t: what arrives from the layer above and what comes
 * back from step t + 1. A norm is √(Σδ² / n) over the n examples that have the step, L being the batch's mean loss.
 * Steps are listed in the order in which the layer takes them: for the backward half of a bidirectional layer the first is
 * the last of the sequence. A step that every example masks has the norm NaN.
 *
 * @param norms norm of δ_t, step by step; empty for a layer without time and where no gradient arrives
 * @param carried norm of the part of δ_t that comes back from step t + 1; 0 for the last step
 * @see <a href="https://doi.org/10.1109/72.279181">Bengio, Simard and Frasconi 1994, Learning long-term dependencies with
 *     gradient descent is difficult</a>
 */
public record TimeProfile(List<Double> norms, List<Double> carried) {

    /** Of a layer without time. */
    public static final TimeProfile NONE = new TimeProfile(List.of(), List.of());

    /** Copies the lists; throws {@link IllegalArgumentException} when they differ in length. */
    public TimeProfile {
        norms = List.copyOf(norms);
        carried = List.copyOf(carried);
        if (norms.size() != carried.size()) {
            throw new IllegalArgumentException("A time profile has as many carried norms as norms, but there were "
                    + carried.size() + " and " + norms.size() + ".");
        }
    }

    /** Whether there is no step. */
    public boolean empty() {
        return norms.isEmpty();
    }

    /**
     * Norm of the first step over norm of the last, steps without a norm left out; NaN with fewer than two.
     *
     * <p>Below 1 the gradient vanishes towards the first step, above it explodes. Where the loss looks at every step each
     * adds to its own δ_t: there {@link #perStep()} tells more.
     */
    public double ratio() {
        List<Double> known = norms.stream().filter(norm -> !norm.isNaN()).toList();
        return known.size() < 2 ? Double.NaN : known.get(0) / known.get(known.size() - 1);
    }

    /**
     * Geometric mean of carried_t / norm_{t+1}: what one step back in time does to the gradient.
     *
     * <p>Where the loss looks at the last step alone this is ratio^(1 / (steps − 1)). Steps without a gradient to carry are
     * left out; NaN when none is left.
     */
    public double perStep() {
        double sum = 0;
        int count = 0;
        for (int t = 0; t + 1 < norms.size(); t++) {
            double factor = carried.get(t) / norms.get(t + 1);
            if (norms.get(t + 1) > 0 && !Double.isNaN(factor)) {
                sum += Math.log(factor);
                count++;
            }
        }
        return count == 0 ? Double.NaN : Math.exp(sum / count);
    }

    /** {@link #perStep()} over all steps: the share of the last step's gradient that would reach the first. */
    public double reach() {
        return Math.pow(perStep(), norms.size() - 1.0);
    }
}
