package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.Thinning;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The growing record of a run, of which a limited number of observations are kept. */
final class RunLog {

    private final int kept;
    private final List<Observation> observations = new ArrayList<>();
    // Plain arrays: of 100,000 iterations boxed numbers would take 5 MB.
    private double[] losses = new double[256];
    private double[] updateRatios = new double[256];
    private double[] penalties = new double[256];
    private int steps;
    private int observed;
    private int firstIteration;
    private boolean nonFinite;

    /** @param kept at least 3 */
    RunLog(int kept) {
        this.kept = kept;
    }

    /** A record that goes on where another one stood. */
    static RunLog of(DiagnosticState.Steps state, int kept) {
        RunLog log = new RunLog(kept);
        log.observations.addAll(state.observations());
        log.observed = state.observed();
        log.nonFinite = state.nonFinite();
        log.firstIteration = state.firstIteration();
        log.losses = state.losses();
        log.updateRatios = state.updateRatios();
        log.penalties = state.penalties();
        log.steps = state.losses().length;
        return log;
    }

    DiagnosticState.Steps state() {
        return new DiagnosticState.Steps(
                List.copyOf(observations),
                observed,
                nonFinite,
                firstIteration,
                Arrays.copyOf(losses, steps),
                Arrays.copyOf(updateRatios, steps),
                Arrays.copyOf(penalties, steps));
    }

    /** A second observation of the same iteration is left out. */
    void add(Observation observation) {
        int last = observations.size() - 1;
        if (last < 0 || observation.iteration() > observations.get(last).iteration()) {
            observations.add(observation);
            observed++;
            nonFinite |= observation.nonFinite().exists();
        }
        if (observations.size() > kept) {
            int[] iterations =
                    observations.stream().mapToInt(Observation::iteration).toArray();
            observations.remove(Thinning.dispensable(iterations));
        }
    }

    /** @param penalty the regularisation term in the loss; NaN without any */
    void step(int iteration, double loss, double log10UpdateRatio, double penalty) {
        firstIteration = steps == 0 ? iteration : firstIteration;
        if (steps == losses.length) {
            int more = Math.max(2 * steps, 1);
            losses = Arrays.copyOf(losses, more);
            updateRatios = Arrays.copyOf(updateRatios, more);
            penalties = Arrays.copyOf(penalties, more);
        }
        losses[steps] = loss;
        penalties[steps] = penalty;
        updateRatios[steps++] = log10UpdateRatio;
    }

    int steps() {
        return steps;
    }

    /** The iteration that comes after the last step. */
    int next() {
        return firstIteration + steps;
    }

    /** Observations made, the ones that were given up included. */
    int observed() {
        return observed;
    }

    boolean nonFinite() {
        return nonFinite;
    }

    History history(Structure structure) {
        boolean penalised = steps > 0 && !Double.isNaN(penalties[0]);
        return new History(
                structure,
                observations,
                firstIteration,
                list(losses),
                list(updateRatios),
                penalised ? list(penalties) : List.of(),
                TrainingFacts.NONE,
                DataFacts.NONE);
    }

    private List<Double> list(double[] values) {
        return DoubleStream.of(values).limit(steps).boxed().toList();
    }
}
