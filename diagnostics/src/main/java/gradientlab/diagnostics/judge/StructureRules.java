package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Nonlinearity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be told from how the network is built. */
final class StructureRules {

    private StructureRules() {}

    /**
     * Two layers of weights with nothing but linear layers between them.
     *
     * <p>Not where ways join, and not where the lower layer is narrower than its input and the upper layer: that is a
     * factorised matrix, made on purpose.
     */
    static List<Finding> noNonlinearity(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> run.structure().layers().stream()
                        .filter(layer -> layer.role() == Role.WEIGHTS && layer.linear())
                        .flatMap(layer -> linearlyAbove(run, layer.name())
                                .filter(above -> !factorised(seen, layer, above))
                                .limit(1)
                                .map(above -> linear(run, seen, layer, above))))
                .toList();
    }

    static List<Finding> uselessBias(RuleContext run) {
        int iteration = run.first().map(Observation::iteration).orElse(0);
        return run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.WEIGHTS && layer.bias() && layer.linear())
                .filter(layer -> feedsBatchNormAlone(run, layer))
                .map(layer -> run.finding(
                        Rule.BIAS_BEFORE_BATCH_NORM,
                        layer.name(),
                        -1,
                        iteration,
                        "it has a bias and feeds nothing but a batch norm, which subtracts it again",
                        new Advice(
                                "the batch norm has a bias of its own (beta)",
                                layer.name() + ": hasBias(false)",
                                Remedy.dropBias(layer.name())),
                        "Ioffe and Szegedy 2015, section 3.2"))
                .toList();
    }

    static List<Finding> notUnderstood(RuleContext run) {
        int iteration = run.first().map(Observation::iteration).orElse(0);
        return run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.UNKNOWN)
                .map(layer -> run.finding(
                        Rule.NOT_UNDERSTOOD,
                        layer.name(),
                        -1,
                        iteration,
                        "a " + layer.kind() + " is measured as plain activations and gradients: no unit rule applies",
                        new Advice(
                                "no pre-activation of a " + layer.kind() + " can be read",
                                "none needed; judge its activations and delta by eye",
                                Remedy.OTHER),
                        "definition of the probe"))
                .toList();
    }

    private static Stream<LayerFacts> linearlyAbove(RuleContext run, String name) {
        return run.structure().consumers(name).stream()
                .flatMap(above -> above.role() == Role.WEIGHTS || above.role() == Role.OUTPUT
                        ? Stream.of(above).filter(layer -> WeightScale.has(run, layer))
                        : above.linear() ? linearlyAbove(run, above.name()) : Stream.empty());
    }

    private static boolean factorised(Observation seen, LayerFacts layer, LayerFacts above) {
        int units = seen.measured(layer.name()).map(LayerSnapshot::units).orElse(0);
        int unitsAbove = seen.measured(above.name()).map(LayerSnapshot::units).orElse(0);
        return units < WeightScale.fanIn(seen, layer.name()) && units < unitsAbove;
    }

    private static Finding linear(RuleContext run, Observation seen, LayerFacts layer, LayerFacts above) {
        return run.finding(
                Rule.NO_NONLINEARITY,
                layer.name(),
                -1,
                seen.iteration(),
                "between the weights of " + layer.name() + " and those of " + above.name() + " everything is linear",
                new Advice(
                        "two linear layers in a row can do no more than one",
                        layer.name() + ": use " + Nonlinearity.RELU + " or " + Nonlinearity.TANH
                                + " after it instead of " + Nonlinearity.IDENTITY,
                        Remedy.changeActivation(layer.name(), Nonlinearity.RELU)),
                "Goodfellow, Bengio and Courville 2016, Deep learning, section 6.1");
    }

    private static boolean feedsBatchNormAlone(RuleContext run, LayerFacts layer) {
        List<LayerFacts> consumers = run.structure().consumers(layer.name());
        return !consumers.isEmpty() && consumers.stream().allMatch(above -> above.role() == Role.BATCH_NORM);
    }

    /** The first observation in which something was not finite. */
    static List<Finding> nonFinite(RuleContext run) {
        Optional<Observation> first = run.observations().stream()
                .filter(seen -> seen.nonFinite().exists())
                .findFirst();
        return first.map(seen -> List.of(nonFinite(run, seen))).orElse(List.of());
    }

    private static Finding nonFinite(RuleContext run, Observation seen) {
        NonFinite value = seen.nonFinite();
        boolean input = value.tensor().equals("input");
        Advice advice = input
                ? new Advice("the features hold it", "repair or drop that example", Remedy.CHECK_DATA)
                : run.inputUnscaled() ? Advice.scaleInput(run) : overflow(run, seen);
        String example = value.example() < 0 ? "" : ", example " + value.example();
        return run.finding(
                Rule.NON_FINITE,
                value.layer(),
                value.unit(),
                seen.iteration(),
                "the first value that is not finite is " + value.value() + " in " + value.tensor()
                        + " (batch of iteration " + seen.iteration() + example + "), limit: none allowed",
                advice,
                "IEEE 754: NaN and the infinities spread to everything computed from them");
    }

    private static Advice overflow(RuleContext run, Observation seen) {
        return run.isFirst(seen)
                ? new Advice("the network was set up with it", "initialise that parameter anew", Remedy.OTHER)
                : new Advice(
                        "the updates grew until a number overflowed",
                        "divide the learning rate by 10, or clip the gradient",
                        Remedy.LOWER_LEARNING_RATE);
    }
}
