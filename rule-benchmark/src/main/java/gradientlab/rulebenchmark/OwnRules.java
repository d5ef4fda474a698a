package gradientlab.rulebenchmark;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Our own rules, translated: what {@code DiagnosticListener} saw of the run, judged after every observation as the
 * listener does it, with given limits.
 *
 * <p>A fault is an alarm, and what it explains names symptoms; a hint is neither. A finding about the course of the loss or the size of the updates names the
 * learning rate if that is what it proposes to change.
 *
 * @param name in the table
 * @param limits of the rules
 */
public record OwnRules(String name, Limits limits) implements RuleSet {

    /** With the limits of this project. */
    public static final OwnRules DEFAULT = new OwnRules("Gradient Lab", Limits.DEFAULT);

    @Override
    public Set<FaultClass> named(RunTrace trace) {
        Set<FaultClass> named = EnumSet.noneOf(FaultClass.class);
        for (History history : prefixes(trace.history())) {
            Judge.judge(history, limits).stream()
                    .filter(finding -> finding.severity() != Severity.HINT)
                    .forEach(finding -> named.addAll(troubles(finding)));
        }
        return named;
    }

    /** The history as it stood at each observation, and at the end. */
    private static List<History> prefixes(History history) {
        List<History> prefixes = new ArrayList<>();
        for (int i = 0; i < history.observations().size(); i++) {
            Observation last = history.observations().get(i);
            int steps = Math.min(history.losses().size(), Math.max(0, last.iteration() + 1 - history.firstIteration()));
            prefixes.add(history.until(i + 1, steps));
        }
        prefixes.add(history);
        return prefixes;
    }

    /** What a finding says is wrong. */
    static Set<FaultClass> troubles(Finding finding) {
        Set<FaultClass> troubles = EnumSet.copyOf(troubles(finding.rule()));
        boolean aboutSteps = finding.rule() == Rule.UPDATE_RATIO
                || finding.rule() == Rule.LOSS_NOT_FALLING
                || finding.rule() == Rule.LOSS_OSCILLATING;
        if (aboutSteps && finding.change().kind() == Remedy.Kind.MULTIPLY_LEARNING_RATE) {
            troubles.add(
                    finding.change().number("factor") < 1
                            ? FaultClass.LEARNING_RATE_TOO_HIGH
                            : FaultClass.LEARNING_RATE_TOO_LOW);
        }
        return troubles;
    }

    private static Set<FaultClass> troubles(Rule rule) {
        return switch (rule) {
            case INITIAL_LOSS_TOO_HIGH, OUTPUT_TOO_WIDE -> EnumSet.of(FaultClass.OVERCONFIDENT_START);
            case INPUT_NOT_SCALED, INPUT_COLUMNS, INPUT_TOO_SMALL, TARGETS_NOT_SCALED ->
                EnumSet.of(FaultClass.INPUT_SCALE);
            case SYMMETRIC_UNITS -> EnumSet.of(FaultClass.SYMMETRY);
            case HIDDEN_SATURATION -> EnumSet.of(FaultClass.SATURATION);
            case DEAD_UNITS -> EnumSet.of(FaultClass.DEAD_UNITS);
            case STEP_KILLED_UNITS -> EnumSet.of(FaultClass.DEAD_UNITS, FaultClass.LEARNING_RATE_TOO_HIGH);
            case VANISHING_DELTA, VANISHING_OVER_TIME -> EnumSet.of(FaultClass.VANISHING);
            case EXPLODING_DELTA, EXPLODING_OVER_TIME -> EnumSet.of(FaultClass.EXPLODING);
            case NON_FINITE -> EnumSet.of(FaultClass.NON_FINITE);
            case LOSS_NOT_FALLING, UPDATE_RATIO -> EnumSet.of(FaultClass.NOT_LEARNING);
            case LOSS_OSCILLATING, RUNNING_STATISTICS_FAR -> EnumSet.of(FaultClass.UNSTABLE);
            case CLIPPED_TO_NOTHING -> EnumSet.of(FaultClass.LEARNING_RATE_TOO_LOW);
            case GRADIENT_ASCENT, LOSS_SUMMED -> EnumSet.of(FaultClass.LEARNING_RATE_TOO_HIGH);
            case LABELS_CONSTANT,
                    LABELS_UNRELATED,
                    LABELS_SORTED,
                    LABELS_IMBALANCED,
                    PADDING_UNMASKED,
                    COLUMNS_REPEATED,
                    BATCH_REPEATED,
                    WRONG_GRADIENT,
                    HELD_OUT_DIFFERS,
                    OVERFITTING,
                    OUTPUT_MISMATCH,
                    BOTTLENECK,
                    SOFTMAX_TWICE,
                    TARGETS_OUT_OF_RANGE,
                    LAYERS_FROZEN,
                    OVER_REGULARISED,
                    DROPOUT_TOO_STRONG,
                    INITIAL_LOSS_TOO_LOW,
                    NO_NONLINEARITY,
                    BIAS_BEFORE_BATCH_NORM,
                    BATCH_NORM_OF_ONE,
                    NOT_UNDERSTOOD -> EnumSet.of(FaultClass.STRUCTURE);
        };
    }
}
