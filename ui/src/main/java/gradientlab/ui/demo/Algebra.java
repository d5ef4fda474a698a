package gradientlab.ui.demo;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Matrix;
import java.util.function.DoubleUnaryOperator;

/** The little linear algebra of a dense layer, in plain loops. */
final class Algebra {

    private Algebra() {}

    /** f(z), element by element. */
    static Matrix map(Matrix z, DoubleUnaryOperator f) {
        float[] values = new float[z.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) f.applyAsDouble(z.values()[i]);
        }
        return new Matrix(z.rows(), z.columns(), values);
    }

    /** δ = f'(z) · ∂L/∂a. */
    static Matrix delta(Matrix z, Matrix upstream, ActivationFunction f) {
        float[] values = new float[z.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (f.derivative(z.values()[i]) * upstream.values()[i]);
        }
        return new Matrix(z.rows(), z.columns(), values);
    }

    /** ∂L/∂W = inputᵀ · δ, inputs × units, row by row. */
    static float[] weightGradient(Matrix input, Matrix delta) {
        int units = delta.columns();
        float[] gradient = new float[input.columns() * units];
        for (int example = 0; example < input.rows(); example++) {
            for (int in = 0; in < input.columns(); in++) {
                float x = input.at(example, in);
                for (int unit = 0; unit < units; unit++) {
                    gradient[in * units + unit] += x * delta.values()[example * units + unit];
                }
            }
        }
        return gradient;
    }

    /** ∂L/∂b: the sum of δ over the examples. */
    static float[] biasGradient(Matrix delta) {
        float[] gradient = new float[delta.columns()];
        for (int i = 0; i < delta.values().length; i++) {
            gradient[i % delta.columns()] += delta.values()[i];
        }
        return gradient;
    }

    /** Softmax of every row. */
    static Matrix softmax(Matrix logits) {
        float[] values = new float[logits.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(-crossEntropy(logits, i / logits.columns(), i % logits.columns()));
        }
        return new Matrix(logits.rows(), logits.columns(), values);
    }

    /** −log softmax of one logit of a row: log Σ exp(z − z of the label), with the greatest z taken out first. */
    static double crossEntropy(Matrix logits, int row, int label) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < logits.columns(); column++) {
            greatest = Math.max(greatest, logits.at(row, column));
        }
        double sum = 0;
        for (int column = 0; column < logits.columns(); column++) {
            sum += Math.exp(logits.at(row, column) - greatest);
        }
        return Math.log(sum) + greatest - logits.at(row, label);
    }
}
