package gradientlab.diagnostics.judge;

import java.util.List;
import java.util.function.Function;

/** What can be found, one row each: name, title, severity, and the check with its advice. */
public enum Rule {
    INITIAL_LOSS_TOO_HIGH(
            "initial-loss-too-high", "Fresh network surer than chance", Severity.FAULT, OutputRules::lossTooHigh),
    INITIAL_LOSS_TOO_LOW(
            "initial-loss-too-low", "Fresh network knows the answers", Severity.HINT, OutputRules::lossTooLow),
    OUTPUT_TOO_WIDE("output-too-wide", "Logits too wide", Severity.FAULT, OutputRules::tooWide),
    INPUT_NOT_SCALED("input-not-scaled", "Input not scaled", Severity.FAULT, InputRules::notScaled),
    INPUT_TOO_SMALL("input-too-small", "Input scaled down to almost nothing", Severity.HINT, InputRules::tooSmall),
    SYMMETRIC_UNITS("symmetric-units", "Units identical", Severity.FAULT, SymmetryRules::symmetric),
    HIDDEN_SATURATION("hidden-saturation", "Hidden layer saturated", Severity.FAULT, SaturationRule::saturated),
    DEAD_UNITS("dead-units", "Units dead", Severity.FAULT, DeadUnitRules::dead),
    VANISHING_DELTA("vanishing-delta", "Gradient vanishes over depth", Severity.FAULT, DepthRules::vanishing),
    EXPLODING_DELTA("exploding-delta", "Gradient explodes over depth", Severity.FAULT, DepthRules::exploding),
    NO_NONLINEARITY(
            "no-nonlinearity", "No nonlinearity between two layers", Severity.FAULT, StructureRules::noNonlinearity),
    BIAS_BEFORE_BATCH_NORM("bias-before-batch-norm", "Bias without effect", Severity.HINT, StructureRules::uselessBias),
    BATCH_NORM_OF_ONE("batch-norm-of-one", "Batch norm over one value", Severity.FAULT, BatchNormRules::batchOfOne),
    NOT_UNDERSTOOD(
            "not-understood", "Layer measured as plain activations", Severity.HINT, StructureRules::notUnderstood),
    NON_FINITE("non-finite", "First value that is not finite", Severity.FAULT, StructureRules::nonFinite),
    STEP_KILLED_UNITS("step-killed-units", "One step killed units", Severity.FAULT, DeadUnitRules::killed),
    RUNNING_STATISTICS_FAR(
            "running-statistics-far",
            "Running statistics far from the batch",
            Severity.FAULT,
            BatchNormRules::runningStatistics),
    LOSS_NOT_FALLING("loss-not-falling", "Loss does not fall", Severity.FAULT, LossRules::notFalling),
    LOSS_OSCILLATING("loss-oscillating", "Loss oscillates", Severity.FAULT, LossRules::oscillating),
    UPDATE_RATIO("update-ratio", "Updates out of proportion", Severity.FAULT, CombinedRules::updateRatio);

    /** Looks for what a rule is about; the advice belongs to what it finds. */
    @FunctionalInterface
    interface Check extends Function<RuleContext, List<Finding>> {}

    private final String label;
    private final String title;
    private final Severity severity;
    private final Check check;

    Rule(String label, String title, Severity severity, Check check) {
        this.label = label;
        this.title = title;
        this.severity = severity;
        this.check = check;
    }

    /** Short name for files, logs and tables, such as output-too-wide. */
    public String label() {
        return label;
    }

    /** A few words for people. */
    public String title() {
        return title;
    }

    /** How much its findings matter. */
    public Severity severity() {
        return severity;
    }

    /** What it finds in a run; empty when nothing is wrong. */
    List<Finding> check(RuleContext run) {
        return check.apply(run);
    }
}
