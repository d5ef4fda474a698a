package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerSnapshot;
import java.util.List;

/** A batch norm over a single value per unit gives its beta, whatever the input. */
final class BatchNormOfOne extends RuleCheck {

    /** From here on the statistics of a batch say something: as for dead units. */
    private static final int EXAMPLES = 16;

    BatchNormOfOne() {
        super(Severity.FAULT);
    }

    /** One finding per batch norm: the first observation with a single value per unit. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.structure().batchNorms().stream()
                .flatMap(layer -> run.observations().stream()
                        .filter(seen -> seen.measured(layer.name())
                                        .map(LayerSnapshot::examples)
                                        .orElse(0)
                                == 1)
                        .limit(1)
                        .map(seen -> run.finding(
                                Rule.BATCH_NORM_OF_ONE,
                                layer.name(),
                                -1,
                                seen.iteration(),
                                Message.of("batch-norm-of-one.evidence"),
                                new Advice(
                                        Message.of("batch-norm-of-one.cause"),
                                        Message.of("batch-norm-of-one.remedy", String.valueOf(EXAMPLES)),
                                        Remedy.enlargeBatch(EXAMPLES)),
                                "Ioffe and Szegedy 2015, algorithm 1")))
                .toList();
    }
}
