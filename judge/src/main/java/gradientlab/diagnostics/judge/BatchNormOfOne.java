package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** A batch norm over a single value per unit gives its beta, whatever the input. */
final class BatchNormOfOne extends RuleCheck {

    /** From here on the statistics of a batch say something: as for dead units. */
    private static final int EXAMPLES = 16;

    BatchNormOfOne() {
        super(Severity.FAULT, Limit.NORM_EXAMPLES);
    }

    /** One finding per batch norm: a single value per unit, or so few in a run that does not learn. */
    @Override
    List<Finding> findings(RuleContext run) {
        boolean harm = run.learning().judged() && !run.learning().well();
        double most = harm ? run.limit(Limit.NORM_EXAMPLES) : 1;
        return run.structure().batchNorms().stream()
                .flatMap(layer -> run.observations().stream()
                        .filter(seen -> values(seen, layer) >= 1 && values(seen, layer) <= most)
                        .limit(1)
                        .map(seen -> finding(run, seen, layer)))
                .toList();
    }

    private static int values(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::examples).orElse(0);
    }

    private static Finding finding(RuleContext run, Observation seen, LayerFacts layer) {
        boolean one = values(seen, layer) == 1;
        return run.finding(
                Rule.BATCH_NORM_OF_ONE,
                layer.name(),
                -1,
                seen.iteration(),
                one
                        ? Message.of("batch-norm-of-one.evidence")
                        : Message.of(
                                "batch-norm-of-one.evidence.few",
                                String.valueOf(values(seen, layer)),
                                EvidenceText.count(run.limit(Limit.NORM_EXAMPLES)),
                                EvidenceText.text(run.learning().end()),
                                EvidenceText.text(run.learning().reference())),
                new Advice(
                        one
                                ? Message.of("batch-norm-of-one.cause")
                                : Message.of("batch-norm-of-one.cause.few", String.valueOf(values(seen, layer))),
                        Message.of("batch-norm-of-one.remedy", String.valueOf(EXAMPLES)),
                        Remedy.enlargeBatch(EXAMPLES)),
                "Ioffe and Szegedy 2015, algorithm 1; Wu and He 2018, Group normalization, figure 1");
    }
}
