package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A network of layers one above the other, each of any kind: healthy unless something is changed. */
final class Chain {

    static final int UNITS = 20;
    static final int CLASSES = 10;

    final List<Part> parts = new ArrayList<>();
    int rows = 32;
    double loss = Math.log(CLASSES);
    /** Losses of the run from the first to the last, on a straight line; none where it is not trained. */
    double end = Double.NaN;

    /** The loss of the batch that is observed. */
    IntToDoubleFunction lossAt = iteration -> loss;

    Matrix input = Runs.gaussian(rows, UNITS, 1, 5);
    TrainingFacts training = TrainingFacts.NONE;
    DataFacts data = DataFacts.NONE;
    /** Every step over the parameters, as a power of ten. */
    double steps = -3;

    int[] observed = {0};
    /** What is changed in what an iteration shows. */
    Seen seen = (iteration, observation) -> observation;

    @FunctionalInterface
    interface Seen {
        Observation at(int iteration, Observation observation);
    }

    /** One layer; NaN stands for no such parameter. */
    static final class Part {
        final String name;
        final Role role;
        ActivationFunction nonlinearity;
        int units = UNITS;
        double mean = 0;
        double std = 0.5;
        /** Activations over pre-activations. */
        double grows = 1;

        double delta = 1e-3;
        /** Standard deviation of the weights, or their value where they are constant. */
        double weights = 0.3;

        boolean constant;
        /** Standard deviation of the gradient of the weights. */
        double gradient = Double.NaN;

        double bias = Double.NaN;
        double runningMean = Double.NaN;
        double runningStd = Double.NaN;
        /** From which iteration on the first weight is NaN. */
        int broken = Integer.MAX_VALUE;

        Part(String name, Role role, ActivationFunction nonlinearity) {
            this.name = name;
            this.role = role;
            this.nonlinearity = nonlinearity;
        }

        private String kind() {
            return role == Role.OUTPUT
                    ? "OutputLayer"
                    : role == Role.BATCH_NORM ? "BatchNormalization" : role == Role.UNKNOWN ? "OwnLayer" : "DenseLayer";
        }

        private LayerCapture at(int iteration, int rows, int inputs) {
            Matrix z = map(Runs.gaussian(rows, units, std, name.hashCode()), 1, mean);
            Matrix a = grows == 1 ? z : map(z, grows, 0);
            Matrix slopes = Runs.gaussian(rows, units, delta, 7);
            return new LayerCapture(name, kind(), nonlinearity, z, a, slopes, parameters(iteration, inputs));
        }

        private List<ParameterCapture> parameters(int iteration, int inputs) {
            List<ParameterCapture> parameters = new ArrayList<>();
            if (!Double.isNaN(weights)) {
                float[] w = constant
                        ? same(inputs * units, weights)
                        : Runs.gaussian(inputs, units, weights, name.hashCode()).values();
                w[0] = iteration >= broken ? Float.NaN : w[0];
                parameters.add(new ParameterCapture("W", name + "_W", new long[] {inputs, units}, w, gradient(inputs)));
            }
            Map.of("b", bias, "mean", runningMean, "log10stdev", Math.log10(runningStd))
                    .forEach((key, value) -> {
                        if (!Double.isNaN(value)) {
                            long[] shape = {1, units};
                            parameters.add(
                                    new ParameterCapture(key, name + "_" + key, shape, same(units, value), null));
                        }
                    });
            return parameters;
        }

        private float[] gradient(int inputs) {
            return Double.isNaN(gradient)
                    ? null
                    : Runs.gaussian(inputs, units, gradient, 11).values();
        }

        private static float[] same(int length, double value) {
            float[] values = new float[length];
            Arrays.fill(values, (float) value);
            return values;
        }

        private static Matrix map(Matrix matrix, double factor, double shift) {
            float[] values = matrix.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (factor * values[i] + shift);
            }
            return new Matrix(matrix.rows(), matrix.columns(), values);
        }
    }

    /** Hidden layers with these nonlinearities, "h1" and so on, below a softmax over ten classes. */
    static Chain of(ActivationFunction... hidden) {
        Chain chain = new Chain();
        for (ActivationFunction each : hidden) {
            chain.add(new Part("h" + (chain.parts.size() + 1), Role.WEIGHTS, each));
        }
        Part out = new Part("out", Role.OUTPUT, ActivationFunction.SOFTMAX);
        out.units = CLASSES;
        out.std = 0.3;
        return chain.add(out);
    }

    /** The same with one more layer, at the place it has among the others. */
    Chain insert(int at, Part part) {
        parts.add(at, part);
        return this;
    }

    private Chain add(Part part) {
        return insert(parts.size(), part);
    }

    /** A batch norm, which has no weights. */
    static Part batchNorm() {
        Part norm = new Part("bn", Role.BATCH_NORM, ActivationFunction.IDENTITY);
        norm.weights = Double.NaN;
        return norm;
    }

    Part part(String name) {
        return parts.stream().filter(part -> part.name.equals(name)).findFirst().orElseThrow();
    }

    List<Finding> findings() {
        return Said.judge(history());
    }

    /** The finding of a rule; an error where it is not said. */
    Finding finding(Rule rule) {
        List<Finding> findings = findings();
        return findings.stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + findings));
    }

    /** The keys of causes, one after the other. */
    String causes() {
        return findings().stream()
                .map(finding -> finding.wording().cause().key())
                .collect(Collectors.joining(" "));
    }

    private History history() {
        Structure structure = structure();
        int length = Double.isNaN(end) ? 0 : FactRun.STEPS;
        List<Double> losses = IntStream.range(0, length)
                .mapToObj(i -> loss + (end - loss) * Math.min(1, 2.0 * i / length))
                .toList();
        List<Observation> observations = IntStream.of(observed)
                .mapToObj(iteration -> seen.at(iteration, at(structure, iteration)))
                .toList();
        List<Double> ratios = Collections.nCopies(length, steps);
        return new History(structure, observations, 0, losses, ratios, List.of(), training, data);
    }

    private Structure structure() {
        return new Structure(IntStream.range(0, parts.size())
                .mapToObj(i -> {
                    Part part = parts.get(i);
                    List<String> below = List.of(i == 0 ? "input" : parts.get(i - 1).name);
                    boolean bias = !Double.isNaN(part.bias);
                    return new LayerFacts(part.name, part.kind(), part.role, part.nonlinearity, bias, false, below);
                })
                .toList());
    }

    private Observation at(Structure structure, int iteration) {
        List<LayerCapture> layers = new ArrayList<>();
        for (Part part : parts) {
            int inputs = layers.isEmpty()
                    ? UNITS
                    : layers.get(layers.size() - 1).activation().columns();
            layers.add(part.at(iteration, rows, inputs));
        }
        Matrix logits = layers.get(layers.size() - 1).preActivation();
        Capture capture = new Capture(iteration, lossAt.applyAsDouble(iteration), layers, logits);
        return Observation.of(structure, capture, rows, Map.of("input", input));
    }
}
