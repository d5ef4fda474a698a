package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.limits.Limits;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One history under one set of limits, with the questions that several rules ask. */
final class RuleContext {

    private final History history;
    private final Limits limits;
    private final Map<Rule, List<Finding>> known = new EnumMap<>(Rule.class);
    private Rule checked;
    private Learning learning;

    RuleContext(History history, Limits limits) {
        this.history = history;
        this.limits = limits;
    }

    /** What a rule finds in this run; computed once, whoever asks. */
    List<Finding> findings(Rule rule) {
        if (!known.containsKey(rule)) {
            Rule asking = checked;
            checked = rule;
            known.put(rule, List.copyOf(rule.check(this)));
            checked = asking;
        }
        return known.get(rule);
    }

    boolean found(Rule rule) {
        return !findings(rule).isEmpty();
    }

    /** The value of a limit, one of those that the rule which is being checked says it reads. */
    double limit(Limit limit) {
        assert checked == null || checked.limits().contains(limit)
                : checked + " reads " + limit + ", which its list of limits does not have.";
        return limits.get(limit);
    }

    /** The value of a limit that questions shared by rules depend on. */
    double shared(Limit limit) {
        return limits.get(limit);
    }

    /** How far the run has come; computed once. */
    Learning learning() {
        if (learning == null) {
            learning = Learning.of(this);
        }
        return learning;
    }

    History history() {
        return history;
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

    /** The observation before the first update of a network that was not trained before. */
    Optional<Observation> fresh() {
        return first().filter(observation ->
                observation.iteration() == 0 && !history().training().pretrained());
    }

    /** Whether the loss of the output layers is the plain mean of their loss functions: not weighted, nothing added. */
    boolean plainLoss() {
        return history().training().outputs().stream().allMatch(output -> output.formulaKnown() || !known(output))
                && history().training().meanOverBatch();
    }

    private static boolean known(OutputFacts output) {
        return !output.lossName().isEmpty();
    }

    @SuppressWarnings("ReferenceEquality") // the same observation of the history, not an equal one
    boolean isFirst(Observation observation) {
        return observation == observations().get(0);
    }

    /** The iteration of the first observation; 0 without any. */
    int start() {
        return first().map(Observation::iteration).orElse(0);
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

    /** Whether the layer was observed on enough examples for a word about dead units. */
    boolean enoughExamples(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::examples).orElse(0) >= limit(Limit.DEAD_EXAMPLES);
    }

    /** Neither a batch norm, which scales by itself, nor an embedding, whose inputs are numbers of words. */
    boolean meetsWeights(String input) {
        return structure().consumers(input).stream()
                .noneMatch(
                        layer -> layer.role() == Role.BATCH_NORM || layer.kind().contains("Embedding"));
    }

    /** A finding whose limit says where it comes from. */
    Finding finding(Rule rule, String layer, int iteration, Message evidence, Advice advice, Limit limit) {
        return finding(rule, layer, -1, iteration, evidence, advice, limit.source());
    }

    Finding finding(Rule rule, String layer, int unit, int iteration, Message evidence, Advice advice, String source) {
        Wording wording = new Wording(evidence, advice.cause(), advice.remedy(), null);
        return Finding.of(rule, layer, unit, iteration, wording, advice.change(), source);
    }

    static Optional<ParameterSnapshot> parameter(Observation observation, String layer, String name) {
        return observation.measured(layer).map(LayerSnapshot::parameters).orElse(List.of()).stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
