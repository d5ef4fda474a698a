package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One history under one set of limits, with the questions that several rules ask. */
record RuleContext(History history, Limits limits) {

    /** The value of a limit. */
    double limit(Limit limit) {
        return limits.get(limit);
    }

    Structure structure() {
        return history.structure();
    }

    List<Observation> observations() {
        return history.observations();
    }

    Optional<Observation> first() {
        return observations().stream().findFirst();
    }

    /** The observation before the first update. */
    Optional<Observation> fresh() {
        return first().filter(observation -> observation.iteration() == 0);
    }

    boolean isFirst(Observation observation) {
        return observation == observations().get(0);
    }

    /** ln C, or NaN where the loss is a sum over several outputs or over the steps of a sequence. */
    double chance(Observation seen) {
        NetworkSnapshot network = seen.snapshot().network();
        long rows = network.predictions().isEmpty()
                ? 0
                : network.logits().statistics().total() / network.predictions().size();
        long outputs = structure().layers().stream()
                .filter(layer -> layer.role() == Role.OUTPUT)
                .count();
        return rows == seen.batchSize() && outputs == 1 ? network.chanceLoss() : Double.NaN;
    }

    /** Names and sizes of the inputs that are too wide and meet no layer that would scale them. */
    List<String> unscaledInputs(Observation observation) {
        return observation.inputs().entrySet().stream()
                .filter(input ->
                        meetsWeights(input.getKey()) && EvidenceText.rms(input.getValue()) > limit(Limit.INPUT_RMS))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Neither a batch norm, which scales by itself, nor an embedding, whose inputs are numbers of words. */
    boolean meetsWeights(String input) {
        return structure().consumers(input).stream()
                .noneMatch(
                        layer -> layer.role() == Role.BATCH_NORM || layer.kind().contains("Embedding"));
    }

    boolean inputUnscaled() {
        return first().filter(observation -> !unscaledInputs(observation).isEmpty())
                .isPresent();
    }

    Finding finding(Rule rule, String layer, int iteration, String evidence, Advice advice, Limit limit) {
        return finding(rule, layer, -1, iteration, evidence, advice, limit.source());
    }

    Finding finding(Rule rule, String layer, int unit, int iteration, String evidence, Advice advice, String source) {
        return new Finding(
                rule, layer, unit, iteration, evidence, advice.cause(), advice.remedy(), advice.change(), source);
    }

    static Optional<ParameterSnapshot> parameter(Observation observation, String layer, String name) {
        return observation.measured(layer).map(LayerSnapshot::parameters).orElse(List.of()).stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
