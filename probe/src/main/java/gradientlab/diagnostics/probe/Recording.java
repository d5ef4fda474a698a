package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;
import java.util.function.UnaryOperator;

/** What one layer gave away during the passes of one capture; emptied before the next. */
final class Recording {

    private Matrix preActivation = Matrix.EMPTY;
    private Matrix activation = Matrix.EMPTY;
    private Matrix delta = Matrix.EMPTY;
    private Matrix mask = Matrix.EMPTY;

    Matrix preActivation() {
        return preActivation;
    }

    Matrix activation() {
        return activation;
    }

    /** Of the summed loss, as DL4J computes it. */
    Matrix delta() {
        return delta;
    }

    void preActivation(Matrix z) {
        preActivation = z;
    }

    void activation(Matrix a) {
        activation = a;
    }

    void delta(Matrix d) {
        delta = d;
    }

    /** What the loss was told not to count: 0 per row, or per row and output. */
    void mask(Matrix lossMask) {
        mask = lossMask;
    }

    /** Changes z and a, once where they are the same. */
    @SuppressWarnings("ReferenceEquality") // one and the same matrix stays one
    void map(UnaryOperator<Matrix> change) {
        boolean same = preActivation == activation;
        preActivation = change.apply(preActivation);
        activation = same ? preActivation : change.apply(activation);
    }

    /**
     * Lists the logits of sequences example by example, as the outputs are, and leaves out steps that do not count; an
     * example that is one row stays, with δ = 0.
     *
     * @param sequences examples that are sequences; 0 where an example is one row
     */
    void orderAndUnmask(int sequences) {
        if (sequences == 0) {
            return;
        }
        preActivation = MaskedRows.byExample(preActivation, sequences);
        boolean[] masked = MaskedRows.masked(MaskedRows.byExample(mask, sequences));
        map(rows -> MaskedRows.unmasked(rows, masked));
        delta = MaskedRows.unmasked(MaskedRows.byExample(delta, sequences), masked);
    }

    void clear() {
        preActivation = Matrix.EMPTY;
        activation = Matrix.EMPTY;
        delta = Matrix.EMPTY;
        mask = Matrix.EMPTY;
    }
}
