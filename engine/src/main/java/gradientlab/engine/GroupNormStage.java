package gradientlab.engine;

import gradientlab.model.GroupNormalization;
import gradientlab.model.ScaleAndShift;

/**
 * Group and layer normalisation: x̂ = (x − mean) / s, s = √(var + ε), y = γ·x̂ + β, mean and biased variance over the
 * units of a group, for each example by itself.
 */
final class GroupNormStage extends Stage {

    private final int groups;
    private final double epsilon;
    private final Parameter gamma;
    private final Parameter beta;
    private final float[] normalised;
    private final float[] deviation;
    private final float[] scale;
    private final float[] shift;

    GroupNormStage(LayerPlace place) {
        super(place);
        GroupNormalization layer = (GroupNormalization) place.layer();
        groups = layer.getGroups();
        epsilon = layer.getEpsilon();
        gamma = place.parameter(ScaleAndShift.GAMMA);
        beta = place.parameter(ScaleAndShift.BETA);
        normalised = new float[output.values.length];
        deviation = new float[place.rows() * groups];
        scale = new float[place.out()];
        shift = new float[place.out()];
    }

    @Override
    void forward(Signal input, int rows) {
        int units = place.out();
        gamma.read(scale);
        beta.read(shift);
        for (int g = 0; g < rows * groups; g++) {
            standardise(input.values, g, units / groups);
        }
        for (int i = 0; i < rows; i++) {
            int start = i * units;
            for (int j = 0; j < units; j++) {
                output.values[start + j] = normalised[start + j] * scale[j] + shift[j];
            }
        }
    }

    /** The groups of all examples lie one behind the other. */
    private void standardise(float[] x, int group, int size) {
        int start = group * size;
        float mean = (float) (sum(x, start, size) / size);
        double squares = 0;
        for (int k = start; k < start + size; k++) {
            normalised[k] = x[k] - mean;
            squares += normalised[k] * normalised[k];
        }
        float s = (float) Math.sqrt(squares / size + epsilon);
        deviation[group] = s;
        for (int k = start; k < start + size; k++) {
            normalised[k] /= s;
        }
    }

    @Override
    void parameterGradients(Signal input, Delta delta, int rows) {
        Rows.sum(delta.values, shift, rows, place.out());
        beta.writeGradient(shift);
        Rows.sumOfProducts(delta.values, normalised, shift, rows, place.out());
        gamma.writeGradient(shift);
    }

    /** With g = γ·δ: dx = (g − mean(g) − x̂·mean(g·x̂)) / s, the means over the group. */
    @Override
    void inputGradient(Signal input, Delta delta, int rows) {
        int units = place.out();
        float[] d = delta.values;
        for (int i = 0; i < rows; i++) {
            int start = i * units;
            for (int j = 0; j < units; j++) {
                d[start + j] *= scale[j];
            }
        }
        for (int g = 0; g < rows * groups; g++) {
            throughGroup(d, g, units / groups);
        }
    }

    private void throughGroup(float[] d, int group, int size) {
        int start = group * size;
        float mean = (float) (sum(d, start, size) / size);
        double products = 0;
        for (int k = start; k < start + size; k++) {
            products += d[k] * normalised[k];
        }
        float meanOfProduct = (float) (products / size);
        for (int k = start; k < start + size; k++) {
            d[k] = (d[k] - mean - normalised[k] * meanOfProduct) / deviation[group];
        }
    }

    private static double sum(float[] values, int start, int size) {
        double sum = 0;
        for (int k = start; k < start + size; k++) {
            sum += values[k];
        }
        return sum;
    }
}
