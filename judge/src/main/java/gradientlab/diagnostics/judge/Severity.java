package gradientlab.diagnostics.judge;

/** What a finding is in the verdict on a run. */
public enum Severity {
    /** A cause: the network trains badly or not at all because of it. */
    FAULT,
    /** A consequence of the faults that are listed before it: it goes when they go. */
    ALSO_SEEN,
    /** Worth knowing; training may go well all the same. */
    HINT
}
