package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.List;

/**
 * One batch as plain rows.
 *
 * @param examples number of examples
 * @param inputs the inputs, in the order of the network
 * @param targets the targets, in the order of the outputs
 */
public record BatchData(int examples, List<Input> inputs, List<Target> targets) {

    /** Copies the lists. */
    public BatchData {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }

    /**
     * One input.
     *
     * @param kind what a column is
     * @param examples one row per example, all its values
     * @param rows rows for the statistics: of the examples, pixels or time steps, some of them or all
     * @param masked whether a mask says which of them count
     */
    public record Input(InputKind kind, Matrix examples, Matrix rows, boolean masked) {}

    /**
     * The targets of one output.
     *
     * @param examples one row per example, all its values
     * @param rows rows as the loss function sees them, some of those that are not masked or all
     * @param countedRows all rows that are not masked
     * @param maskedRows rows left out; −1 where the mask is by column or of a shape that is not understood
     */
    public record Target(Matrix examples, Matrix rows, int countedRows, int maskedRows) {}
}
