package gradientlab.engine;

/**
 * One DL4J layer in one training step, as plain arrays.
 *
 * @param index the layer's place in the network, from 0
 * @param name the layer's name, such as {@code hidden-1}
 * @param rows the examples of the batch
 * @param units the layer's outputs per example
 * @param output the layer's outputs row by row, rows·units values; the logits in the case of the output layer
 * @param gradient the sum-loss's gradient with respect to {@code output}, likewise; of a dense layer that feeds its
 *     nonlinearity this is δ
 * @param weightGradient the sum over the batch of the gradient with respect to the weights, input by input for the first
 *     unit, then for the second and so on; empty for a layer without weights
 */
public record LayerStep(
        int index, String name, int rows, int units, float[] output, float[] gradient, float[] weightGradient) {

    /** How many values of {@code output} and {@code gradient} belong to this step. */
    public int count() {
        return rows * units;
    }
}
