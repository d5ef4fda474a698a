package gradientlab.diagnostics.facts;

import java.util.List;

/**
 * The targets of one output, from the batches that were looked at.
 *
 * @param name name of the output layer
 * @param kind what they look like
 * @param columns columns of a row
 * @param rows rows that entered the statistics, which hold finite values alone: of the examples, time steps or pixels
 *     that are not masked
 * @param rowsPerExample rows that are not masked, by example; NaN without examples
 * @param maskedShare share of the rows that a mask leaves out; NaN where masks are by column or of unknown shape
 * @param nonFinite values that are NaN or infinite
 * @param each the first {@value #SHOWN} columns singly
 * @param min least value; NaN without rows
 * @param max greatest value; NaN without rows
 * @param oneHotShare share of rows of zeros and a single 1; NaN without rows
 * @param allZero whether every value is 0
 * @param sameAsInput whether they equal the input of the same width in every batch, as for an autoencoder
 * @param classes equal rows taken as classes
 * @param guessing mean loss of a row for the best constant prediction, under the output's own loss function and within
 *     the range of its nonlinearity; NaN where no formula is known
 * @param relation whether they follow from the features; {@link Relation#NONE} until that is asked for
 */
public record TargetFacts(
        String name,
        TargetKind kind,
        int columns,
        long rows,
        double rowsPerExample,
        double maskedShare,
        long nonFinite,
        List<Column> each,
        double min,
        double max,
        double oneHotShare,
        boolean allZero,
        boolean sameAsInput,
        ClassFacts classes,
        double guessing,
        Relation relation) {

    /** Columns that are shown singly. */
    static final int SHOWN = 64;

    /** Copies the list. */
    public TargetFacts {
        each = List.copyOf(each);
    }
}
