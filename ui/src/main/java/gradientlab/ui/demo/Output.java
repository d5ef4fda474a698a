package gradientlab.ui.demo;

import gradientlab.diagnostics.Matrix;
import java.util.Random;

/**
 * The output layer on one batch: drawn logits under softmax and cross entropy, with drawn labels.
 *
 * @param logits z
 * @param softmax a
 * @param delta δ = (a − y) / examples, of the mean loss
 * @param loss mean cross entropy
 */
record Output(Matrix logits, Matrix softmax, Matrix delta, double loss) {

    static Output drawn(Random random, double margin, double std) {
        Matrix logits = Drawing.normal(random, Script.BATCH, Script.CLASSES, std, column -> 0);
        int[] labels = random.ints(Script.BATCH, 0, Script.CLASSES).toArray();
        for (int row = 0; row < labels.length; row++) {
            logits.values()[row * Script.CLASSES + labels[row]] += (float) margin;
        }
        Matrix softmax = Algebra.softmax(logits);
        Matrix delta = Algebra.map(softmax, p -> p / Script.BATCH);
        double loss = 0;
        for (int row = 0; row < labels.length; row++) {
            loss += Algebra.crossEntropy(logits, row, labels[row]) / Script.BATCH;
            delta.values()[row * Script.CLASSES + labels[row]] -= 1f / Script.BATCH;
        }
        return new Output(logits, softmax, delta, loss);
    }
}
