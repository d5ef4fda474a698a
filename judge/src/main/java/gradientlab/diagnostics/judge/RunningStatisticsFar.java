package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.RunningStatistics;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Optional;

/** The running statistics of a batch norm have to keep up with those of the batches. */
final class RunningStatisticsFar extends RuleCheck {

    /** Share of the old running statistics that an update keeps: Ioffe and Szegedy 2015 with DL4J's default. */
    private static final double DECAY = 0.9;

    RunningStatisticsFar() {
        super(
                Severity.FAULT,
                Limit.RUNNING_ITERATIONS,
                Limit.RUNNING_MEAN_DISTANCE,
                Limit.RUNNING_DOUBLINGS,
                Limit.DEAD_EXAMPLES);
    }

    /** One finding per batch norm: far in the last two observations, which shows that it does not catch up. */
    @Override
    List<Finding> findings(RuleContext run) {
        int last = run.observations().size() - 1;
        if (last < 1 || run.observations().get(last - 1).iteration() < run.limit(Limit.RUNNING_ITERATIONS)) {
            return List.of();
        }
        Observation seen = run.observations().get(last);
        Observation before = run.observations().get(last - 1);
        return run.structure().batchNorms().stream()
                .filter(layer -> passed(run, before, layer).isPresent())
                .flatMap(layer -> passed(run, seen, layer).stream().map(limit -> finding(run, layer, seen, limit)))
                .toList();
    }

    /** The limit that is passed. */
    private static Optional<Limit> passed(RuleContext run, Observation seen, LayerFacts layer) {
        RunningStatistics running = seen.layer(layer.name()).running();
        if (!run.enoughExamples(seen, layer)) {
            return Optional.empty();
        }
        if (running.meanDistance() > run.limit(Limit.RUNNING_MEAN_DISTANCE)) {
            return Optional.of(Limit.RUNNING_MEAN_DISTANCE);
        }
        return running.doublings() > run.limit(Limit.RUNNING_DOUBLINGS)
                ? Optional.of(Limit.RUNNING_DOUBLINGS)
                : Optional.empty();
    }

    private static Finding finding(RuleContext run, LayerFacts layer, Observation seen, Limit limit) {
        RunningStatistics running = seen.layer(layer.name()).running();
        return run.finding(
                Rule.RUNNING_STATISTICS_FAR,
                layer.name(),
                seen.iteration(),
                Message.of(
                        "running-statistics-far.evidence",
                        EvidenceText.text(running.meanDistance()),
                        EvidenceText.text(run.limit(Limit.RUNNING_MEAN_DISTANCE)),
                        EvidenceText.text(running.doublings()),
                        EvidenceText.text(run.limit(Limit.RUNNING_DOUBLINGS))),
                new Advice(
                        Message.of("running-statistics-far.cause"),
                        Message.of("running-statistics-far.remedy", layer.name(), String.valueOf(DECAY)),
                        Remedy.lowerDecay(layer.name(), DECAY)),
                limit);
    }
}
