package gradientlab.diagnostics.facts;

import java.util.List;

/**
 * The columns of an input, condensed: how many have which defect, and the worst.
 *
 * <p>Of more than {@value ColumnSums#EACH} columns the first ones are looked at singly; the rest enters {@code min},
 * {@code max} and the sum that {@code dominatingShare} is a share of, nothing else.
 *
 * @param columns all columns
 * @param each columns that were looked at singly
 * @param constant columns whose values are all equal, zeros included; 0 with fewer than two rows
 * @param constantNotZero those of them that are not 0: a second bias
 * @param duplicates columns that equal an earlier one in every row; constant columns are not counted, nor those whose rows ×
 *     variance / range² is below {@value #OFTEN}, such as five ones among zeros
 * @param offset columns that vary and whose mean is further than three standard deviations from 0
 * @param offsetShare share of the second moment Σ mean(x²) that is due to the means, Σ mean² over it; NaN for all zeros
 * @param narrowestStd least standard deviation of the columns that vary; NaN when none does
 * @param widestStd greatest standard deviation
 * @param dominatingShare largest share that a single column has in the sum of all columns' second moments; NaN for all
 *     zeros
 * @param zeroShare share of values that are 0
 * @param wholeNumbers whether all values are whole numbers
 * @param min least value
 * @param max greatest value
 * @param widest at most {@value #WORST} columns of the largest second moment, the largest first
 * @param narrowest at most {@value #WORST} columns that vary, of the smallest standard deviation, the smallest first
 * @param mostOffset at most {@value #WORST} of the offset columns, the largest |mean| / std first
 * @param constants at most {@value #WORST} of the constant columns that are not 0
 */
public record ColumnFacts(
        int columns,
        int each,
        int constant,
        int constantNotZero,
        int duplicates,
        int offset,
        double offsetShare,
        double narrowestStd,
        double widestStd,
        double dominatingShare,
        double zeroShare,
        boolean wholeNumbers,
        double min,
        double max,
        List<Column> widest,
        List<Column> narrowest,
        List<Column> mostOffset,
        List<Column> constants) {

    /** Columns that are named. */
    static final int WORST = 5;

    /** Standard deviations of a mean from 0 above which a column is offset: nearly all its values have one sign. */
    static final double OFFSET = 3;

    /** Rows × variance / range² from which on columns are compared: for zeros and few ones it is the number of ones. */
    static final double OFTEN = 5;

    /** Copies the lists. */
    public ColumnFacts {
        widest = List.copyOf(widest);
        narrowest = List.copyOf(narrowest);
        mostOffset = List.copyOf(mostOffset);
        constants = List.copyOf(constants);
    }
}
