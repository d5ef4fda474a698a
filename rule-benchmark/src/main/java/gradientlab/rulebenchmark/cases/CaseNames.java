package gradientlab.rulebenchmark.cases;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.rulebenchmark.FaultClass;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What findings and the claims of published rules are called in the vocabulary of the published cases: the cause that is
 * said, and the symptom that was seen. The one table of this translation.
 */
final class CaseNames {

    /** What a rule saw. */
    private static final Map<Rule, String> SEEN = new EnumMap<>(Map.ofEntries(
            Map.entry(Rule.INITIAL_LOSS_TOO_HIGH, "initial-loss-too-high"),
            Map.entry(Rule.OUTPUT_TOO_WIDE, "initial-loss-too-high"),
            Map.entry(Rule.INPUT_NOT_SCALED, "unscaled-input"),
            Map.entry(Rule.INPUT_COLUMNS, "unscaled-input"),
            Map.entry(Rule.INPUT_TOO_SMALL, "overscaled-input"),
            Map.entry(Rule.LABELS_CONSTANT, "wrong-labels"),
            Map.entry(Rule.LABELS_UNRELATED, "wrong-labels"),
            Map.entry(Rule.LABELS_SORTED, "unshuffled-data"),
            Map.entry(Rule.BATCH_REPEATED, "repeated-batch"),
            Map.entry(Rule.LAYERS_FROZEN, "frozen-layers"),
            Map.entry(Rule.CLIPPED_TO_NOTHING, "clipping-too-tight"),
            Map.entry(Rule.BOTTLENECK, "bottleneck"),
            Map.entry(Rule.BATCH_NORM_OF_ONE, "batch-norm-small-batch"),
            Map.entry(Rule.GRADIENT_ASCENT, "gradient-ascent"),
            Map.entry(Rule.OUTPUT_MISMATCH, "output-loss-mismatch"),
            Map.entry(Rule.SOFTMAX_TWICE, "output-loss-mismatch"),
            Map.entry(Rule.TARGETS_OUT_OF_RANGE, "output-range-mismatch"),
            Map.entry(Rule.TARGETS_NOT_SCALED, "unscaled-target"),
            Map.entry(Rule.LOSS_SUMMED, "loss-summed"),
            Map.entry(Rule.OVER_REGULARISED, "over-regularised"),
            Map.entry(Rule.DROPOUT_TOO_STRONG, "dropout-too-strong"),
            Map.entry(Rule.SYMMETRIC_UNITS, "init-symmetric"),
            Map.entry(Rule.HIDDEN_SATURATION, "saturated-units"),
            Map.entry(Rule.DEAD_UNITS, "dead-relu"),
            Map.entry(Rule.STEP_KILLED_UNITS, "dead-relu"),
            Map.entry(Rule.VANISHING_DELTA, "vanishing-gradient"),
            Map.entry(Rule.EXPLODING_DELTA, "exploding-gradient"),
            Map.entry(Rule.VANISHING_OVER_TIME, "vanishing-gradient"),
            Map.entry(Rule.EXPLODING_OVER_TIME, "exploding-gradient"),
            Map.entry(Rule.NO_NONLINEARITY, "no-nonlinearity"),
            Map.entry(Rule.NON_FINITE, "non-finite"),
            Map.entry(Rule.LOSS_NOT_FALLING, "loss-stalled"),
            Map.entry(Rule.LOSS_OSCILLATING, "oscillating-loss"),
            Map.entry(Rule.INITIAL_LOSS_TOO_LOW, "wrong-labels")));

    private static final Map<FaultClass, Set<String>> CLAIMS = new EnumMap<>(Map.ofEntries(
            Map.entry(FaultClass.INITIALISATION, Set.of("init-too-large", "init-too-small", "init-symmetric")),
            Map.entry(FaultClass.SYMMETRY, Set.of("init-symmetric")),
            Map.entry(FaultClass.OVERCONFIDENT_START, Set.of("init-too-large", "initial-loss-too-high")),
            Map.entry(FaultClass.VANISHING, Set.of("vanishing-gradient")),
            Map.entry(FaultClass.EXPLODING, Set.of("exploding-gradient", "exploding-activations")),
            Map.entry(FaultClass.SATURATION, Set.of("saturated-units")),
            Map.entry(FaultClass.DEAD_UNITS, Set.of("dead-relu")),
            Map.entry(FaultClass.NON_FINITE, Set.of("non-finite", "numeric-instability")),
            Map.entry(FaultClass.LEARNING_RATE_TOO_HIGH, Set.of("lr-too-high")),
            Map.entry(FaultClass.LEARNING_RATE_TOO_LOW, Set.of("lr-too-low")),
            Map.entry(FaultClass.INPUT_SCALE, Set.of("unscaled-input")),
            Map.entry(FaultClass.NOT_LEARNING, Set.of("loss-stalled")),
            Map.entry(FaultClass.UNSTABLE, Set.of("oscillating-loss")),
            Map.entry(FaultClass.STRUCTURE, Set.of("wrong-structure"))));

    private CaseNames() {}

    /** The cause that a finding says, unless others explain it, and what it saw. */
    static Set<String> of(Finding finding) {
        Set<String> names = new LinkedHashSet<>();
        if (finding.severity() == Severity.FAULT) {
            names.add(cause(finding));
        }
        names.add(SEEN.getOrDefault(finding.rule(), finding.rule().label()));
        return names;
    }

    private static String cause(Finding finding) {
        Rule rule = finding.rule();
        Remedy change = finding.change();
        return switch (change.kind()) {
            case MULTIPLY_LEARNING_RATE -> rate(rule, change.number("factor"));
            case BREAK_SYMMETRY -> "init-symmetric";
            case ZERO_BIAS -> "init-too-large";
            case SCALE_WEIGHTS -> rule == Rule.VANISHING_DELTA ? "init-too-small" : "init-too-large";
            case SCALE_RECURRENT_WEIGHTS -> rule == Rule.VANISHING_OVER_TIME ? "init-too-small" : "init-too-large";
            case SCALE_INPUT, SCALE_COLUMNS -> rule == Rule.INPUT_TOO_SMALL ? "overscaled-input" : "unscaled-input";
            case CHECK_DATA -> data(rule);
            case CHANGE_ACTIVATION -> activation(rule, change.activation());
            case CHANGE_OUTPUT -> "wrong-output-activation";
            case ENLARGE_BATCH -> rule == Rule.BATCH_NORM_OF_ONE ? "batch-norm-small-batch" : "noisy-batches";
            case WARM_UP -> "lr-too-high";
            default -> SEEN.getOrDefault(rule, rule.label());
        };
    }

    private static String rate(Rule rule, double factor) {
        if (rule == Rule.LOSS_SUMMED) {
            return "loss-summed";
        }
        return factor < 1 ? "lr-too-high" : "lr-too-low";
    }

    private static String data(Rule rule) {
        return switch (rule) {
            case NON_FINITE -> "numeric-instability";
            case LABELS_CONSTANT, LABELS_UNRELATED, LABELS_IMBALANCED, INITIAL_LOSS_TOO_LOW -> "wrong-labels";
            default -> SEEN.getOrDefault(rule, rule.label());
        };
    }

    private static String activation(Rule rule, String better) {
        return switch (rule) {
            case NO_NONLINEARITY -> "no-nonlinearity";
            case SOFTMAX_TWICE -> better.equals("IDENTITY") ? "wrong-output-activation" : "wrong-hidden-activation";
            default -> "wrong-hidden-activation";
        };
    }

    /** What the claims of published rules are called. */
    static Set<String> of(Set<FaultClass> claims) {
        Set<String> names = new LinkedHashSet<>();
        claims.stream().sorted().forEach(claim -> names.addAll(CLAIMS.get(claim)));
        return names;
    }
}
