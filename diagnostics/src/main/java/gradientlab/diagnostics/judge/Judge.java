package gradientlab.diagnostics.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Applies every rule to a history: the same history and limits give the same findings. */
public final class Judge {

    private static final Map<Rule, Function<RuleContext, List<Finding>>> RULES = new EnumMap<>(Rule.class);

    static {
        RULES.put(Rule.INITIAL_LOSS_TOO_HIGH, OutputRules::lossTooHigh);
        RULES.put(Rule.INITIAL_LOSS_TOO_LOW, OutputRules::lossTooLow);
        RULES.put(Rule.OUTPUT_TOO_WIDE, OutputRules::tooWide);
        RULES.put(Rule.INPUT_NOT_SCALED, InputRules::notScaled);
        RULES.put(Rule.INPUT_TOO_SMALL, InputRules::tooSmall);
        RULES.put(Rule.SYMMETRIC_UNITS, SymmetryRules::symmetric);
        RULES.put(Rule.HIDDEN_SATURATION, SaturationRule::saturated);
        RULES.put(Rule.DEAD_UNITS, DeadUnitRules::dead);
        RULES.put(Rule.VANISHING_DELTA, DepthRules::vanishing);
        RULES.put(Rule.EXPLODING_DELTA, DepthRules::exploding);
        RULES.put(Rule.NO_NONLINEARITY, StructureRules::noNonlinearity);
        RULES.put(Rule.BIAS_BEFORE_BATCH_NORM, StructureRules::uselessBias);
        RULES.put(Rule.BATCH_NORM_OF_ONE, BatchNormRules::batchOfOne);
        RULES.put(Rule.NOT_UNDERSTOOD, StructureRules::notUnderstood);
        RULES.put(Rule.NON_FINITE, StructureRules::nonFinite);
        RULES.put(Rule.STEP_KILLED_UNITS, DeadUnitRules::killed);
        RULES.put(Rule.RUNNING_STATISTICS_FAR, BatchNormRules::runningStatistics);
        RULES.put(Rule.LOSS_NOT_FALLING, LossRules::notFalling);
        RULES.put(Rule.LOSS_OSCILLATING, LossRules::oscillating);
        RULES.put(Rule.UPDATE_RATIO, CombinedRules::updateRatio);
    }

    private Judge() {}

    /** All findings with the limits of this project, in the order of {@link Rule}. */
    public static List<Finding> judge(History history) {
        return judge(history, Limits.DEFAULT);
    }

    /** All findings, in the order of {@link Rule}, then of the layers; empty when nothing is wrong. */
    public static List<Finding> judge(History history, Limits limits) {
        RuleContext run = new RuleContext(history, limits);
        return RULES.values().stream().flatMap(rule -> rule.apply(run).stream()).toList();
    }
}
