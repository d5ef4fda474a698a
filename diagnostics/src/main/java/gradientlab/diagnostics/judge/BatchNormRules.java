package gradientlab.diagnostics.judge;

import java.util.List;
import java.util.Optional;

/** Batch norms need a batch, and running statistics that keep up with it. */
final class BatchNormRules {

    private BatchNormRules() {}

    /** One finding per batch norm: the first observation with a single value per unit. */
    static List<Finding> batchOfOne(RuleContext run) {
        return norms(run).stream()
                .flatMap(layer -> run.observations().stream()
                        .filter(seen -> seen.measured(layer.name())
                                .filter(l -> l.examples() == 1)
                                .isPresent())
                        .limit(1)
                        .map(seen -> ofOne(run, layer, seen)))
                .toList();
    }

    /** One finding per batch norm: far in the last two observations, which shows that it does not catch up. */
    static List<Finding> runningStatistics(RuleContext run) {
        int last = run.observations().size() - 1;
        if (last < 1 || run.observations().get(last - 1).iteration() < run.limit(Limit.RUNNING_ITERATIONS)) {
            return List.of();
        }
        Observation seen = run.observations().get(last);
        Observation before = run.observations().get(last - 1);
        return norms(run).stream()
                .filter(layer -> far(run, seen, layer).isPresent()
                        && far(run, before, layer).isPresent())
                .map(layer -> far(run, layer, seen))
                .toList();
    }

    private static List<LayerFacts> norms(RuleContext run) {
        return run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.BATCH_NORM)
                .toList();
    }

    private static Finding ofOne(RuleContext run, LayerFacts layer, Observation seen) {
        return run.finding(
                Rule.BATCH_NORM_OF_ONE,
                layer.name(),
                -1,
                seen.iteration(),
                "1 value per unit, limit at least 2: the output is beta whatever the input, and no gradient passes",
                new Advice(
                        "the batch has a single example",
                        "use batches of 16 or more, drop the last batch of an epoch when it is smaller, or use layer norm",
                        Remedy.enlargeBatch(16)),
                "Ioffe and Szegedy 2015, algorithm 1");
    }

    /** The limit that is passed. */
    private static Optional<Limit> far(RuleContext run, Observation seen, LayerFacts layer) {
        RunningStatistics running = seen.layer(layer.name()).running();
        boolean judged = seen.measured(layer.name()).map(l -> l.examples()).orElse(0) >= run.limit(Limit.DEAD_EXAMPLES);
        if (judged && running.meanDistance() > run.limit(Limit.RUNNING_MEAN_DISTANCE)) {
            return Optional.of(Limit.RUNNING_MEAN_DISTANCE);
        }
        return judged && running.doublings() > run.limit(Limit.RUNNING_DOUBLINGS)
                ? Optional.of(Limit.RUNNING_DOUBLINGS)
                : Optional.empty();
    }

    private static Finding far(RuleContext run, LayerFacts layer, Observation seen) {
        RunningStatistics running = seen.layer(layer.name()).running();
        return run.finding(
                Rule.RUNNING_STATISTICS_FAR,
                layer.name(),
                seen.iteration(),
                "the running mean is " + EvidenceText.text(running.meanDistance())
                        + " batch standard deviations off (limit "
                        + EvidenceText.text(run.limit(Limit.RUNNING_MEAN_DISTANCE))
                        + "), the running standard deviation "
                        + EvidenceText.text(running.doublings()) + " doublings (limit "
                        + EvidenceText.text(run.limit(Limit.RUNNING_DOUBLINGS)) + ")",
                new Advice(
                        "the running statistics follow too slowly, or the layers below change too fast: the network"
                                + " that is tested is not the one that was trained",
                        layer.name() + ": decay 0.9, or a lower learning rate",
                        Remedy.lowerDecay(layer.name(), 0.9)),
                far(run, seen, layer).orElseThrow());
    }
}
