package gradientlab.rulebenchmark.foreign;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.rulebenchmark.cases.CaseRun;

/**
 * The remedy of the first fault that was named of a faulty run, and what became of the run with it.
 *
 * @param id of the program
 * @param seed of both runs
 * @param finding the fault as a line; empty where none was named
 * @param remedy what it asks for; {@link Remedy#OTHER} where no fault was named
 * @param before the held-out metric of the faulty run: 1 is perfect
 * @param alone with this remedy
 * @param together with it and those of its kind that the other faults of the verdict ask for, such as the same in other
 *     layers; as alone where there are none or where it helped alone
 */
public record RemedyTrial(
        String id, long seed, String finding, Remedy remedy, double before, Result alone, Result together) {

    /**
     * How a run with a remedy ended.
     *
     * @param outcome what the remedy did
     * @param metric held out; NaN where there was no run
     */
    public record Result(Outcome outcome, double metric) {

        static Result none(Outcome outcome) {
            return new Result(outcome, Double.NaN);
        }

        static Result of(CaseRun before, CaseRun after) {
            return new Result(Outcome.of(before, after), after.metric());
        }

        boolean helped() {
            return outcome == Outcome.HELPED;
        }
    }

    /** A smaller change of the error, as a share of it, is none. */
    private static final double DIFFERENCE = 0.1;

    /** What a remedy did. */
    public enum Outcome {
        /** The error is at least a tenth lower, or finite where it was not. */
        HELPED,
        /** Neither of the others. */
        UNCHANGED,
        /** The error is at least a tenth higher, or not finite where it was; also a program that fails with the remedy. */
        WORSE,
        /** Not applied: the remedy is nothing that a program can change by itself. */
        NO_CHANGE,
        /** Not applied: no fault was named. */
        NO_FAULT;

        /** Whether there was a run with the remedy. */
        public boolean applied() {
            return this == HELPED || this == UNCHANGED || this == WORSE;
        }

        static Outcome of(CaseRun before, CaseRun after) {
            if (before.finite() != after.finite()) {
                return after.finite() ? HELPED : WORSE;
            }
            if (after.error() <= (1 - DIFFERENCE) * before.error()) {
                return HELPED;
            }
            return after.error() >= (1 + DIFFERENCE) * before.error() ? WORSE : UNCHANGED;
        }
    }
}
