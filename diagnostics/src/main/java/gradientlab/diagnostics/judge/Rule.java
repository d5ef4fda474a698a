package gradientlab.diagnostics.judge;

/** What can be found, one row each. */
public enum Rule {
    INITIAL_LOSS_TOO_HIGH("initial-loss-too-high", "Fresh network surer than chance", Severity.FAULT, Needs.PREFLIGHT),
    INITIAL_LOSS_TOO_LOW("initial-loss-too-low", "Fresh network knows the answers", Severity.HINT, Needs.PREFLIGHT),
    OUTPUT_TOO_WIDE("output-too-wide", "Logits too wide", Severity.FAULT, Needs.PREFLIGHT),
    INPUT_NOT_SCALED("input-not-scaled", "Input not scaled", Severity.FAULT, Needs.PREFLIGHT),
    INPUT_TOO_SMALL("input-too-small", "Input scaled down to almost nothing", Severity.HINT, Needs.PREFLIGHT),
    SYMMETRIC_UNITS("symmetric-units", "Units identical", Severity.FAULT, Needs.PREFLIGHT),
    HIDDEN_SATURATION("hidden-saturation", "Hidden layer saturated", Severity.FAULT, Needs.PREFLIGHT),
    DEAD_UNITS("dead-units", "Units dead", Severity.FAULT, Needs.PREFLIGHT),
    VANISHING_DELTA("vanishing-delta", "Gradient vanishes over depth", Severity.FAULT, Needs.PREFLIGHT),
    EXPLODING_DELTA("exploding-delta", "Gradient explodes over depth", Severity.FAULT, Needs.PREFLIGHT),
    NO_NONLINEARITY("no-nonlinearity", "No nonlinearity between two layers", Severity.FAULT, Needs.PREFLIGHT),
    BIAS_BEFORE_BATCH_NORM("bias-before-batch-norm", "Bias without effect", Severity.HINT, Needs.PREFLIGHT),
    BATCH_NORM_OF_ONE("batch-norm-of-one", "Batch norm over one value", Severity.FAULT, Needs.PREFLIGHT),
    NOT_UNDERSTOOD("not-understood", "Layer measured as plain activations", Severity.HINT, Needs.PREFLIGHT),
    NON_FINITE("non-finite", "First value that is not finite", Severity.FAULT, Needs.PREFLIGHT),
    STEP_KILLED_UNITS("step-killed-units", "One step killed units", Severity.FAULT, Needs.HISTORY),
    RUNNING_STATISTICS_FAR(
            "running-statistics-far", "Running statistics far from the batch", Severity.FAULT, Needs.HISTORY),
    LOSS_NOT_FALLING("loss-not-falling", "Loss does not fall", Severity.FAULT, Needs.HISTORY),
    LOSS_OSCILLATING("loss-oscillating", "Loss oscillates", Severity.FAULT, Needs.HISTORY),
    UPDATE_RATIO("update-ratio", "Updates out of proportion", Severity.FAULT, Needs.HISTORY);

    /** What a rule has to see. */
    public enum Needs {
        /** One observation is enough: it can fire before the first step. */
        PREFLIGHT,
        /** Several observations, or losses over time. */
        HISTORY
    }

    private final String label;
    private final String title;
    private final Severity severity;
    private final Needs needs;

    Rule(String label, String title, Severity severity, Needs needs) {
        this.label = label;
        this.title = title;
        this.severity = severity;
        this.needs = needs;
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

    /** What it has to see. */
    public Needs needs() {
        return needs;
    }
}
