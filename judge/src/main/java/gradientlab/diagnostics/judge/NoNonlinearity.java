package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two layers of weights with nothing but linear layers between them.
 *
 * <p>Not where ways join or part (the trunk of residual blocks is linear on purpose), and not where the lower layer is narrower than its input and the upper layer: that is a
 * factorised matrix, made on purpose.
 */
final class NoNonlinearity extends RuleCheck {

    NoNonlinearity() {
        super(Severity.FAULT);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> run.structure().layers().stream()
                        .filter(layer -> layer.role() == Role.WEIGHTS
                                && layer.linear()
                                && run.structure().consumers(layer.name()).size() == 1)
                        .flatMap(layer -> linearlyAbove(run, layer.name())
                                .filter(above -> !factorised(seen, layer, above))
                                .limit(1)
                                .map(above -> finding(run, seen, layer, above))))
                .toList();
    }

    private static Stream<LayerFacts> linearlyAbove(RuleContext run, String name) {
        return run.structure().consumers(name).stream()
                .flatMap(above -> above.role() == Role.WEIGHTS || above.role() == Role.OUTPUT
                        ? Stream.of(above).filter(layer -> WeightScale.has(run, layer))
                        : above.linear() ? linearlyAbove(run, above.name()) : Stream.empty());
    }

    private static boolean factorised(Observation seen, LayerFacts layer, LayerFacts above) {
        int units = units(seen, layer);
        return units < WeightScale.fanIn(seen, layer.name()) && units < units(seen, above);
    }

    private static int units(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::units).orElse(0);
    }

    private static Finding finding(RuleContext run, Observation seen, LayerFacts layer, LayerFacts above) {
        return run.finding(
                Rule.NO_NONLINEARITY,
                layer.name(),
                -1,
                seen.iteration(),
                Message.of("no-nonlinearity.evidence", layer.name(), above.name()),
                new Advice(
                        Message.of("no-nonlinearity.cause"),
                        Message.of(
                                "no-nonlinearity.remedy",
                                layer.name(),
                                ActivationFunction.RELU.toString(),
                                ActivationFunction.TANH.toString(),
                                ActivationFunction.IDENTITY.toString()),
                        Remedy.changeActivation(layer.name(), ActivationFunction.RELU)),
                "Goodfellow, Bengio and Courville 2016, Deep learning, section 6.1");
    }
}
