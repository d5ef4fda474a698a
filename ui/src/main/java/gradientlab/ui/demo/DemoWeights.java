package gradientlab.ui.demo;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.ParameterUpdate;
import gradientlab.diagnostics.SnapshotOptions;
import gradientlab.diagnostics.Statistics;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** W and b of one dense layer, which change with every update. */
final class DemoWeights {

    private final int layer;
    private final int inputs;
    private final int units;
    private final float[] w;
    private final float[] b;
    private float[] gradientOfW;
    private float[] gradientOfB;

    /** @param layer its index in the network, as in DL4J's keys */
    DemoWeights(int layer, int inputs, int units, float[] w) {
        this.layer = layer;
        this.inputs = inputs;
        this.units = units;
        this.w = w;
        this.b = new float[units];
    }

    static DemoWeights drawn(int layer, int inputs, int units, double std, Random random) {
        return new DemoWeights(layer, inputs, units, Drawing.normal(random, inputs * units, std));
    }

    /** Both as they are, with the gradients of a batch. */
    List<ParameterCapture> capture(Matrix input, Matrix delta) {
        gradientOfW = Algebra.weightGradient(input, delta);
        gradientOfB = Algebra.biasGradient(delta);
        return List.of(
                parameter("W", new long[] {inputs, units}, w, gradientOfW),
                parameter("b", new long[] {1, units}, b, gradientOfB));
    }

    /** One step of gradient descent along the gradients captured last, and what it was. */
    void update(double learningRate, Map<String, ParameterUpdate> updates) {
        updates.put(key("W"), step(w, gradientOfW, learningRate));
        updates.put(key("b"), step(b, gradientOfB, learningRate));
    }

    private ParameterCapture parameter(String name, long[] shape, float[] values, float[] gradient) {
        return new ParameterCapture(name, key(name), shape, values.clone(), gradient);
    }

    private String key(String name) {
        return layer + "_" + name;
    }

    private static ParameterUpdate step(float[] values, float[] gradient, double learningRate) {
        float[] update = new float[values.length];
        for (int i = 0; i < update.length; i++) {
            update[i] = (float) (learningRate * gradient[i]);
            values[i] -= update[i];
        }
        Distribution made = Distribution.of(update, SnapshotOptions.DEFAULT.bins());
        Statistics after = Statistics.of(values);
        boolean told = made.statistics().allFinite() && after.allFinite() && after.std() > 0;
        return new ParameterUpdate(made, told ? Math.log10(made.statistics().std() / after.std()) : Double.NaN);
    }
}
