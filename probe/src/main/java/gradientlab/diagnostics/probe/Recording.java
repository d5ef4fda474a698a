package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;

/** What one layer gave away during the passes of one capture; emptied before the next. */
final class Recording {

    private Matrix preActivation = Matrix.EMPTY;
    private Matrix activation = Matrix.EMPTY;
    private Matrix delta = Matrix.EMPTY;

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

    void clear() {
        preActivation = Matrix.EMPTY;
        activation = Matrix.EMPTY;
        delta = Matrix.EMPTY;
    }
}
