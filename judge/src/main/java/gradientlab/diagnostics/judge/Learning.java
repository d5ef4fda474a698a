package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far a run has come: its loss at the start, at the end, and the loss of guessing.
 *
 * <p>Start and end are medians (means, where a batch has 4 examples or fewer) of the first and the last tenth, without the regularisation term; NaN as long as the run is
 * too short to be judged.
 *
 * @param start at the start of the run
 * @param end at its end
 * @param guess of the best constant output under the network's own loss function; NaN where no formula is known
 * @param diverged whether a loss was not finite
 * @param share what {@link Limit#LEARNT_SHARE} says
 */
record Learning(double start, double end, double guess, boolean diverged, double share) {

    /** Losses of which a guess over C classes has about ln C. */
    private static final Set<LossKind> ENTROPIES =
            EnumSet.of(LossKind.MCXENT, LossKind.SPARSE_MCXENT, LossKind.KL_DIVERGENCE, LossKind.OTHER);

    /** Share of the loss of guessing below which a run has learnt most of what there is. */
    static final double MOST = 0.25;

    /** Largest batch whose losses are averaged; those of larger batches are represented by their median. */
    static final int FEW = 4;

    static Learning of(RuleContext run) {
        LossCourse losses = LossCourse.of(run);
        boolean diverged = losses.length() < run.history().losses().size();
        double guess = guess(run);
        double share = run.shared(Limit.LEARNT_SHARE);
        if (losses.length() < run.shared(Limit.LOSS_ITERATIONS)) {
            return new Learning(Double.NaN, Double.NaN, guess, diverged, share);
        }
        int batch = run.first().map(Observation::batchSize).orElse(0);
        int end = losses.length() - losses.tenth();
        // Of losses of a few examples most are small when a few are huge.
        boolean few = batch <= FEW;
        return new Learning(
                few ? losses.mean(0, losses.tenth()) : losses.median(0, losses.tenth()),
                few ? losses.mean(end, losses.length()) : losses.median(end, losses.length()),
                guess,
                diverged,
                share);
    }

    /** By the targets that were seen; of a plain classifier whose targets are not known, ln C. */
    private static double guess(RuleContext run) {
        double seen = run.history().data().scoreOfGuessing(run.history().training());
        boolean entropy = run.history().training().outputs().stream()
                .allMatch(output ->
                        ENTROPIES.contains(output.loss()) || output.lossName().isEmpty());
        return Double.isNaN(seen) && entropy ? LossCourse.chance(run) : seen;
    }

    /** Whether the run is long enough. */
    boolean judged() {
        return !Double.isNaN(end);
    }

    /** What the loss is compared with: that of guessing, or that of the start where guessing has no formula. */
    double reference() {
        return guess > 0 ? guess : start;
    }

    /** Whether the run has learned so much that nothing stands in its way; false as long as that cannot be told. */
    boolean well() {
        return below(share);
    }

    /** Whether the loss has come below a share of that of guessing; false as long as that cannot be told. */
    boolean below(double other) {
        return judged() && !diverged && end < other * reference();
    }
}
