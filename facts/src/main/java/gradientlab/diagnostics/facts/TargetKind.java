package gradientlab.diagnostics.facts;

/** What the targets of an output look like, from all rows that were seen. */
public enum TargetKind {
    /** Nothing was seen, or nothing finite. */
    UNKNOWN,
    /** Zeros and a single 1 in every row, in two columns or more. */
    ONE_HOT,
    /** Values from 0 to 1 that sum to 1 in every row, in two columns or more: probabilities. */
    DISTRIBUTION,
    /** One column of zeros and ones. */
    BINARY,
    /** Zeros and ones, of which a row may have any number. */
    MULTI_LABEL,
    /** −1 and 1 alone. */
    SIGNED,
    /** One column of whole numbers from 0 up. */
    CLASS_INDEX,
    /** Anything else. */
    VALUE;

    /** Whether equal rows are one class; numbers of a regression are not, nor are probabilities. */
    public boolean classes() {
        return this != UNKNOWN && this != VALUE && this != DISTRIBUTION;
    }
}
