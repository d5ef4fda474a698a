package gradientlab.lab.run;

import java.util.List;

/**
 * What is kept of a trained repetition of a plan in run.json and metrics.csv.
 *
 * @param figures its figures
 * @param iterations every step
 */
public record Repetition(RunFigures figures, List<Iteration> iterations) {

    /** Of a training that has just ended. */
    public static Repetition of(TrainedRun run) {
        return new Repetition(run.figures(), run.iterations());
    }
}
