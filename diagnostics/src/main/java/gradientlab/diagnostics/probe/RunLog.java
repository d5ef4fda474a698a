package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.judge.History;
import gradientlab.diagnostics.judge.Observation;
import gradientlab.diagnostics.judge.Structure;
import java.util.ArrayList;
import java.util.List;

/** The growing record of a run. */
final class RunLog {

    private final List<Observation> observations = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> updateRatios = new ArrayList<>();
    private int firstIteration = -1;

    /** A second observation of the same iteration is left out. */
    void add(Observation observation) {
        int last = observations.size() - 1;
        if (last < 0 || observation.iteration() > observations.get(last).iteration()) {
            observations.add(observation);
        }
    }

    void step(int iteration, double loss, double log10UpdateRatio) {
        firstIteration = losses.isEmpty() ? iteration : firstIteration;
        losses.add(loss);
        updateRatios.add(log10UpdateRatio);
    }

    int steps() {
        return losses.size();
    }

    boolean nonFinite() {
        return observations.stream().anyMatch(seen -> seen.nonFinite().exists());
    }

    History history(Structure structure) {
        return new History(structure, observations, Math.max(firstIteration, 0), losses, updateRatios);
    }
}
