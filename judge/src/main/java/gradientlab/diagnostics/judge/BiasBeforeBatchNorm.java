package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import java.util.List;

/** A batch norm subtracts the mean, and with it every bias of the layer below. */
final class BiasBeforeBatchNorm extends RuleCheck {

    BiasBeforeBatchNorm() {
        super(Severity.HINT);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.WEIGHTS && layer.bias() && layer.linear())
                .filter(layer -> feedsBatchNormAlone(run, layer))
                .map(layer -> run.finding(
                        Rule.BIAS_BEFORE_BATCH_NORM,
                        layer.name(),
                        -1,
                        run.start(),
                        Message.of("bias-before-batch-norm.evidence"),
                        new Advice(
                                Message.of("bias-before-batch-norm.cause"),
                                Message.of("bias-before-batch-norm.remedy", layer.name()),
                                Remedy.dropBias(layer.name())),
                        "Ioffe and Szegedy 2015, section 3.2"))
                .toList();
    }

    private static boolean feedsBatchNormAlone(RuleContext run, LayerFacts layer) {
        List<LayerFacts> consumers = run.structure().consumers(layer.name());
        return !consumers.isEmpty() && consumers.stream().allMatch(above -> above.role() == Role.BATCH_NORM);
    }
}
