package gradientlab.ui.demo;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterUpdate;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.ui.demo.Script.Hidden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A multilayer perceptron whose pre-activations and gradients are drawn as a script says.
 *
 * <p>Drawn are z, ∂L/∂a, the logits and the first weights; a, δ, the gradients of the parameters and the updates follow
 * from them as in a real network, so that what is not finite spreads as it does there.
 */
final class DrawnNetwork {

    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final double OUTPUT_WEIGHT_STD = 0.01;

    private static final double TEST_MARGIN = 0.9;
    private static final int TEST = 1_000;

    private final Script script;
    private final List<DemoWeights> weights = new ArrayList<>();

    DrawnNetwork(Script script) {
        this.script = script;
        int below = script.inputs();
        for (int i = 0; i < script.hidden().size(); i++) {
            Hidden hidden = script.hidden().get(i);
            weights.add(DemoWeights.drawn(2 * i, below, hidden.units(), hidden.weightStd(), source(0, -1 - i)));
            below = hidden.units();
        }
        int last = script.hidden().size();
        weights.add(DemoWeights.drawn(2 * last, below, Script.CLASSES, OUTPUT_WEIGHT_STD, source(0, -1 - last)));
    }

    Structure structure() {
        List<LayerFacts> layers = new ArrayList<>();
        String below = INPUT;
        for (int i = 0; i < script.hidden().size(); i++) {
            layers.add(facts(dense(i), "DenseLayer", Role.WEIGHTS, ActivationFunction.IDENTITY, below));
            ActivationFunction f = script.hidden().get(i).f();
            layers.add(facts(activation(i), "ActivationLayer", Role.ACTIVATION, f, dense(i)));
            below = activation(i);
        }
        layers.add(facts(OUTPUT, "OutputLayer", Role.OUTPUT, ActivationFunction.SOFTMAX, below));
        return new Structure(layers);
    }

    /** The features of an iteration's batch. */
    Map<String, Matrix> inputs(int iteration) {
        Matrix features = Drawing.normal(source(iteration, 0), Script.BATCH, script.inputs(), 1, column -> 0);
        return Map.of(INPUT, features);
    }

    /** Everything of one iteration, before its update. */
    Capture capture(int iteration) {
        List<LayerCapture> layers = new ArrayList<>();
        Matrix below = inputs(iteration).get(INPUT);
        for (int i = 0; i < script.hidden().size(); i++) {
            Matrix z = preActivation(i, iteration);
            Matrix delta = delta(i, iteration, z);
            ActivationFunction f = script.hidden().get(i).f();
            Matrix a = Algebra.map(z, function(f));
            layers.add(new LayerCapture(
                    dense(i),
                    "DenseLayer",
                    ActivationFunction.IDENTITY,
                    z,
                    z,
                    delta,
                    weights.get(i).capture(below, delta)));
            layers.add(new LayerCapture(activation(i), "ActivationLayer", f, z, a, delta, List.of()));
            below = a;
        }
        Output output = output(iteration);
        Matrix logits = output.logits();
        DemoWeights last = weights.get(weights.size() - 1);
        layers.add(new LayerCapture(
                OUTPUT,
                "OutputLayer",
                ActivationFunction.SOFTMAX,
                logits,
                output.softmax(),
                output.delta(),
                last.capture(below, output.delta())));
        return new Capture(iteration, output.loss(), layers, logits);
    }

    /** Makes the update of the iteration captured last, and tells what it was by the key of the parameter. */
    Map<String, ParameterUpdate> update() {
        Map<String, ParameterUpdate> updates = new HashMap<>();
        weights.forEach(layer -> layer.update(script.learningRate(), updates));
        return updates;
    }

    /** The loss of an iteration's batch. */
    double loss(int iteration) {
        return output(iteration).loss();
    }

    /** The loss on examples that are no batch's: what stands out there stands out a little less. */
    double testLoss(int iteration) {
        double margin = TEST_MARGIN * script.margin().iteration(iteration);
        return Output.drawn(source(iteration, TEST), margin, script.logitStd().iteration(iteration))
                .loss();
    }

    private Output output(int iteration) {
        return Output.drawn(
                source(iteration, 1),
                script.margin().iteration(iteration),
                script.logitStd().iteration(iteration));
    }

    private Matrix preActivation(int layer, int iteration) {
        Hidden hidden = script.hidden().get(layer);
        return Drawing.normal(
                source(iteration, 2 + 2 * layer),
                Script.BATCH,
                hidden.units(),
                hidden.zStd().iteration(iteration),
                unit -> hidden.zMean().at(unit, iteration));
    }

    private Matrix delta(int layer, int iteration, Matrix z) {
        Hidden hidden = script.hidden().get(layer);
        double std = hidden.upstreamStd().iteration(iteration);
        Matrix upstream =
                Drawing.normal(source(iteration, 3 + 2 * layer), Script.BATCH, hidden.units(), std, unit -> 0);
        return Algebra.delta(z, upstream, hidden.f());
    }

    private Random source(int iteration, int array) {
        return Drawing.source(script.seed(), iteration, array);
    }

    private static DoubleUnaryOperator function(ActivationFunction f) {
        return f == ActivationFunction.TANH ? Math::tanh : z -> Math.max(0, z);
    }

    private static LayerFacts facts(String name, String kind, Role role, ActivationFunction f, String input) {
        boolean weights = role != Role.ACTIVATION;
        return new LayerFacts(name, kind, role, f, weights, false, List.of(input));
    }

    private static String dense(int index) {
        return "hidden-" + (index + 1);
    }

    private String activation(int index) {
        return script.hidden().get(index).f().name().toLowerCase(Locale.ROOT) + "-" + (index + 1);
    }
}
