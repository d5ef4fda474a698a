package gradientlab.diagnostics.facts;

/**
 * One input of the network, from the batches that were looked at.
 *
 * @param name name of the input
 * @param kind what a column is
 * @param rows rows that entered the statistics: examples, pixels or time steps
 * @param nonFinite values that are NaN or infinite; a row with such a value is left out of the statistics
 * @param columns the columns
 */
public record InputFacts(String name, InputKind kind, long rows, long nonFinite, ColumnFacts columns) {}
