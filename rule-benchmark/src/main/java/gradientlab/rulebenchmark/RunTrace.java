package gradientlab.rulebenchmark;

import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import java.util.List;
import java.util.Map;

/**
 * Everything that a set of rules may look at, recorded while one run trained.
 *
 * @param learningRate as configured
 * @param inputMin the least input of the first batch
 * @param inputMax the greatest
 * @param steps how many updates the run makes in all
 * @param losses the mean loss of every batch before its update
 * @param checks held-out examples after every {@link TracedTraining#EPOCH} steps
 * @param samples the inside, the first one before the first update
 * @param history the same run as our own listener saw it
 */
public record RunTrace(
        double learningRate,
        double inputMin,
        double inputMax,
        int steps,
        List<Double> losses,
        List<Check> checks,
        List<StepSample> samples,
        History history) {

    public RunTrace {
        losses = List.copyOf(losses);
        checks = List.copyOf(checks);
        samples = List.copyOf(samples);
    }

    /** What was known before the first update: the settings, the fresh network and its first batch. */
    public RunTrace beforeStep0() {
        List<StepSample> fresh = samples.stream()
                .filter(sample -> sample.step() == 0)
                .map(StepSample::beforeUpdate)
                .toList();
        return new RunTrace(learningRate, inputMin, inputMax, steps, List.of(), List.of(), fresh, fresh(history));
    }

    /** Update:parameter ratios of the first update were not known before it. */
    private static History fresh(History history) {
        List<Observation> first = history.observations().stream()
                .filter(observation -> observation.iteration() == 0)
                .map(observation -> observation.withUpdates(Map.of()))
                .toList();
        return new History(history.structure(), first, 0, List.of(), List.of());
    }
}
