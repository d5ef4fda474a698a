package gradientlab.rulebenchmark;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.history.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Traces made by hand: a quiet one, to be changed in one thing. */
final class Traces {

    private static final History NOTHING = new History(new Structure(List.of()), List.of(), 0, List.of(), List.of());

    private Traces() {}

    /** Falling losses, rising accuracies, and a number of samples of the given layers at steps 0, 1, 2 … */
    static RunTrace of(LayerCapture... layers) {
        return with(List.of(sample(0, layers)));
    }

    static RunTrace with(List<StepSample> samples) {
        return new RunTrace(1e-3, 0, 1, 200, falling(200), accuracies(0.8, 0.85, 0.88, 0.9, 0.91), samples, NOTHING);
    }

    static RunTrace losses(RunTrace trace, List<Double> losses) {
        return new RunTrace(
                trace.learningRate(),
                trace.inputMin(),
                trace.inputMax(),
                trace.steps(),
                losses,
                trace.checks(),
                trace.samples(),
                trace.history());
    }

    static RunTrace checks(RunTrace trace, List<Check> checks) {
        return new RunTrace(
                trace.learningRate(),
                trace.inputMin(),
                trace.inputMax(),
                trace.steps(),
                trace.losses(),
                checks,
                trace.samples(),
                trace.history());
    }

    static RunTrace settings(double learningRate, double inputMin, double inputMax) {
        return new RunTrace(learningRate, inputMin, inputMax, 200, falling(200), List.of(), List.of(), NOTHING);
    }

    /** 2 per cent less at each step. */
    static List<Double> falling(int steps) {
        return DoubleStream.iterate(2.3, loss -> 0.98 * loss)
                .limit(steps)
                .boxed()
                .toList();
    }

    static List<Check> accuracies(double... accuracies) {
        List<Check> checks = new ArrayList<>();
        for (double accuracy : accuracies) {
            checks.add(new Check((checks.size() + 1) * TracedTraining.EPOCH, accuracy, 1));
        }
        return checks;
    }

    static StepSample sample(int step, LayerCapture... layers) {
        return sample(step, Map.of(), layers);
    }

    static StepSample sample(int step, Map<String, Double> meanUpdates, LayerCapture... layers) {
        Capture capture = new Capture(step, 1, List.of(layers), Matrix.EMPTY, ActivationFunction.SOFTMAX);
        return new StepSample(capture, Map.of(), meanUpdates);
    }

    /** A dense layer with weights "W" of the key NAME_W. */
    static LayerCapture dense(String name, float[] weights, float[] gradient) {
        ParameterCapture w = new ParameterCapture("W", name + "_W", new long[] {weights.length}, weights, gradient);
        return new LayerCapture(
                name, "DenseLayer", ActivationFunction.IDENTITY, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, List.of(w));
    }

    /** A dense layer with weights of a usual size and the given gradient. */
    static LayerCapture dense(String name, float... gradient) {
        return dense(name, alternating(0.1f, gradient.length), gradient);
    }

    /** A nonlinearity with pre-activation and activation the same matrix. */
    static LayerCapture nonlinearity(ActivationFunction f, Matrix z) {
        return new LayerCapture("f", "ActivationLayer", f, z, z, Matrix.EMPTY, List.of());
    }

    /** One value in every place of a matrix with these numbers of examples and units. */
    static Matrix filled(int rows, int columns, float value) {
        return new Matrix(rows, columns, repeated(value, rows * columns));
    }

    /** Per unit, in how many examples z is the first value; it is the second in all others. */
    static Matrix active(int rows, float on, float off, int... examples) {
        float[] z = repeated(off, rows * examples.length);
        for (int unit = 0; unit < examples.length; unit++) {
            for (int row = 0; row < examples[unit]; row++) {
                z[row * examples.length + unit] = on;
            }
        }
        return new Matrix(rows, examples.length, z);
    }

    static float[] repeated(float value, int count) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    /** +size, −size, +size, … */
    static float[] alternating(float size, int count) {
        float[] values = new float[count];
        IntStream.range(0, count).forEach(i -> values[i] = i % 2 == 0 ? size : -size);
        return values;
    }

    static List<Double> constant(double loss, int steps) {
        return Collections.nCopies(steps, loss);
    }
}
