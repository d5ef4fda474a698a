package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What paired steps showed: the losses of the same batches, in the same order.
 *
 * @param steps that each copy made
 * @param decisive whether a remedy that does nothing here does nothing anywhere
 * @param start before the first step
 * @param asIs of the copy without the remedy, each before its step
 * @param with of the copy with the remedy
 * @param foundAsIs what was found wrong without the remedy, by the names of rules
 * @param foundWith what was found with it
 */
public record PairedResult(
        int steps,
        boolean decisive,
        double[] start,
        double[] asIs,
        double[] with,
        Set<String> foundAsIs,
        Set<String> foundWith) {

    /** Of 10 batches: by chance 9 or more are lower once in a hundred times (sign test, 11 / 1024). */
    private static final double MOST = 0.9;

    /** A loss that is lower by less than this share has not fallen. */
    private static final double FALL = 0.01;

    /** A loss that is higher by more than this share is the price of a remedy that costs too much. */
    private static final double RISE = 0.1;

    /** Losses that differ by less than this share are the same, as far as float32 tells. */
    private static final double SAME = 1e-4;

    /** What follows for a remedy. */
    public enum Outcome {
        /** It lowers the loss. */
        LOWER,
        /** What it is for is gone, and the loss is about the same. */
        GONE,
        /** It does neither, in steps that would show it. */
        NOT_HELPED,
        /** These steps tell nothing. */
        UNDECIDED
    }

    /** The mean loss without the remedy; NaN where one is. */
    public double lossAsIs() {
        return mean(asIs);
    }

    /** The mean loss with it; NaN where one is. */
    public double lossWith() {
        return mean(with);
    }

    /** What follows for this remedy of what a rule has found. */
    public Outcome outcome(Remedy remedy, String rule) {
        if (lower()) {
            return Outcome.LOWER;
        } else if (foundAsIs.contains(rule) && !foundWith.contains(rule) && lossWith() <= (1 + RISE) * lossAsIs()) {
            return Outcome.GONE;
        }
        boolean learnsAsIs = lossAsIs() < (1 - FALL) * mean(start);
        return decisive && !learnsAsIs && !tooSmallToTell(remedy) ? Outcome.NOT_HELPED : Outcome.UNDECIDED;
    }

    /** Whether the copy with the remedy gets below the loss of the start. */
    public boolean learns() {
        return lossWith() < mean(start);
    }

    private boolean lower() {
        if (!Double.isFinite(lossWith())) {
            return false;
        }
        long lower = IntStream.range(0, with.length)
                .filter(i -> !(with[i] >= asIs[i]))
                .count();
        return !Double.isFinite(lossAsIs()) || (lossWith() < lossAsIs() && lower >= MOST * with.length);
    }

    /** A rate that is too low by many powers of ten moves nothing visible even when it is raised once. */
    private boolean tooSmallToTell(Remedy remedy) {
        return remedy.number("factor") > 1 && Math.abs(lossWith() - lossAsIs()) <= SAME * Math.abs(lossAsIs());
    }

    private static double mean(double[] losses) {
        return Arrays.stream(losses).average().orElse(Double.NaN);
    }
}
