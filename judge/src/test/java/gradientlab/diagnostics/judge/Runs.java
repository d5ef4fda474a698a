package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.ParameterUpdate;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Hand-made runs of a chain of layers "h1", "h2" … and "out": healthy unless something is changed. */
final class Runs {

    static final int ROWS = 32;
    static final int UNITS = 20;
    static final int CLASSES = 10;

    final int depth;
    ActivationFunction nonlinearity = ActivationFunction.TANH;
    double loss = Math.log(CLASSES);
    double logitStd = 0.3;
    int rows = ROWS;
    /** z of a layer (from 1) at an iteration. */
    Filler z = (iteration, layer, row, unit) -> 0.5;
    /** Standard deviation of δ, by layer from 1. */
    IntToDoubleFunction delta = layer -> 1e-3;

    double updateRatio = -3;
    double weightStd = 0.3;
    /** What is left of the weights of h1 after the first update. */
    double left = 1;

    /** A value by iteration, layer, row and unit. */
    @FunctionalInterface
    interface Filler {
        double at(int iteration, int layer, int row, int unit);
    }

    Runs(int depth) {
        this.depth = depth;
    }

    Structure structure() {
        List<LayerFacts> layers = new ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            List<String> below = List.of(i == 1 ? "input" : "h" + (i - 1));
            layers.add(new LayerFacts("h" + i, "DenseLayer", Role.WEIGHTS, nonlinearity, true, false, below));
        }
        layers.add(new LayerFacts(
                "out", "OutputLayer", Role.OUTPUT, ActivationFunction.SOFTMAX, true, false, List.of("h" + depth)));
        return new Structure(layers);
    }

    Observation at(int iteration) {
        List<LayerCapture> layers = new ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            int layer = i;
            Matrix values = fill(rows, UNITS, (row, unit) -> z.at(iteration, layer, row, unit));
            Matrix deltas = gaussian(rows, UNITS, delta.applyAsDouble(i), i);
            layers.add(new LayerCapture(
                    "h" + i,
                    "DenseLayer",
                    nonlinearity,
                    values,
                    values,
                    deltas,
                    weights("h" + i, UNITS, i == 1 && iteration > 0 ? left : 1)));
        }
        Matrix logits = gaussian(rows, CLASSES, logitStd, 99);
        layers.add(new LayerCapture(
                "out", "OutputLayer", ActivationFunction.SOFTMAX, logits, logits, logits, weights("out", CLASSES, 1)));
        Map<String, Matrix> inputs = Map.of("input", gaussian(rows, UNITS, 1, 5));
        Capture capture = new Capture(iteration, loss, layers, logits);
        return Observation.of(structure(), capture, rows, inputs)
                .withUpdates(Map.of("h1_W", update(), "out_W", update()));
    }

    private ParameterUpdate update() {
        return new ParameterUpdate(Distribution.NONE, updateRatio);
    }

    History history(int... iterations) {
        return new History(
                structure(), IntStream.of(iterations).mapToObj(this::at).toList(), 0, List.of(), List.of());
    }

    History history(List<Double> losses, int... iterations) {
        return new History(
                structure(), IntStream.of(iterations).mapToObj(this::at).toList(), 0, losses, List.of());
    }

    /** Exactly the standard deviation asked for. */
    static Matrix gaussian(int rows, int columns, double std, long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles((long) rows * columns, -1, 1).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double scale = std / Math.sqrt(squares / (values.length - 1));
        return fill(rows, columns, (row, column) -> (values[row * columns + column] - mean) * scale);
    }

    private static Matrix fill(int rows, int columns, Cell cell) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) cell.at(i / columns, i % columns);
        }
        return new Matrix(rows, columns, values);
    }

    @FunctionalInterface
    private interface Cell {
        double at(int row, int column);
    }

    private List<ParameterCapture> weights(String layer, int units, double size) {
        Matrix w = gaussian(UNITS, units, size * weightStd, layer.hashCode());
        float[] none = new float[w.values().length];
        return List.of(new ParameterCapture("W", layer + "_W", new long[] {UNITS, units}, w.values(), none));
    }
}
