package gradientlab.diagnostics.judge;

/** How much a finding matters. */
public enum Severity {
    /** The network trains badly or not at all because of it. */
    FAULT,
    /** Worth knowing; training may go well all the same. */
    HINT
}
