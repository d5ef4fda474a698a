package gradientlab.diagnostics.facts;

/**
 * One input of the network, from the batches that were looked at.
 *
 * @param name name of the input
 * @param kind what a column is
 * @param rows rows that entered the statistics: examples, pixels or time steps
 * @param nonFinite values that are NaN or infinite; a row with such a value is left out of the statistics
 * @param columns the columns
 * @param padding zeros at the end of sequences; {@link Padding#NONE} for other inputs, and where a mask leaves them out
 */
public record InputFacts(String name, InputKind kind, long rows, long nonFinite, ColumnFacts columns, Padding padding) {

    /** What an input written before did not have is unknown. */
    public InputFacts {
        padding = padding == null ? Padding.NONE : padding;
    }
}
