package gradientlab.rulebenchmark;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The check that decides labels.
 *
 * <p>A healthy run learns when everything is finite, its held-out accuracy ends at {@value #LEARNT} or more and no
 * hidden layer ends with half of its units dead.
 *
 * <p>A faulty run suffers when something is not finite, or its held-out accuracy ends below its twin's, or its held-out
 * loss or its mean training loss above its twin's, by more than the margin, or half of the units of a hidden layer end
 * dead. A margin is {@value #STDS} standard deviations of healthy runs that differ by nothing but the seed (pooled
 * within configurations), at least {@value #LEAST_ACCURACY} of accuracy and {@value #LEAST_LOSS} of loss.
 *
 * @param accuracyMargin share of the held-out examples
 * @param lossMargin mean loss on the held-out examples
 * @param meanLossMargin mean of the training losses
 */
public record LabelCheck(double accuracyMargin, double lossMargin, double meanLossMargin) {

    static final double LEARNT = 0.6;
    static final double DEAD = 0.5;
    static final double STDS = 3;
    static final double LEAST_ACCURACY = 0.02;
    static final double LEAST_LOSS = 0.05;

    /** The margins, from the healthy runs that learn: one list per configuration. */
    static LabelCheck of(List<List<RunEnd>> configurations) {
        return new LabelCheck(
                Math.max(LEAST_ACCURACY, STDS * pooledStd(configurations, RunEnd::accuracy)),
                Math.max(LEAST_LOSS, STDS * pooledStd(configurations, RunEnd::loss)),
                Math.max(LEAST_LOSS, STDS * pooledStd(configurations, RunEnd::meanLoss)));
    }

    /** The margins of runs: only healthy ones that learn count. */
    static LabelCheck ofRuns(Map<LabelledRun, RunEnd> outcomes) {
        Map<String, List<RunEnd>> healthy = outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().healthy() && learns(entry.getValue()))
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().configuration(),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return of(List.copyOf(healthy.values()));
    }

    /** √(Σ (x − mean of its configuration)² / Σ (n − 1)); 0 where no configuration has two runs. */
    private static double pooledStd(List<List<RunEnd>> configurations, ToDoubleFunction<RunEnd> figure) {
        double squares = 0;
        int freedom = 0;
        for (List<RunEnd> runs : configurations) {
            double mean = runs.stream().mapToDouble(figure).average().orElseThrow();
            for (RunEnd run : runs) {
                double deviation = figure.applyAsDouble(run) - mean;
                squares += deviation * deviation;
            }
            freedom += runs.size() - 1;
        }
        return freedom == 0 ? 0 : Math.sqrt(squares / freedom);
    }

    static boolean learns(RunEnd outcome) {
        return outcome.finite() && outcome.accuracy() >= LEARNT && outcome.deadShare() < DEAD;
    }

    boolean suffers(RunEnd faulty, RunEnd twin) {
        return !faulty.finite()
                || faulty.accuracy() < twin.accuracy() - accuracyMargin
                || faulty.loss() > twin.loss() + lossMargin
                || faulty.meanLoss() > twin.meanLoss() + meanLossMargin
                || faulty.deadShare() >= DEAD;
    }

    /** The label of a run with the outcome of its twin, which for a healthy run is its own. */
    Label label(LabelledRun run, RunEnd outcome, RunEnd twin) {
        if (run.healthy()) {
            return learns(outcome) ? Label.SCORED : Label.DID_NOT_LEARN;
        }
        if (!learns(twin)) {
            return Label.TWIN_DID_NOT_LEARN;
        }
        return suffers(outcome, twin) ? Label.SCORED : Label.DID_NOT_SUFFER;
    }
}
