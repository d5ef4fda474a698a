package gradientlab.rulebenchmark;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The inside of a network at one step of its training.
 *
 * @param capture the network and the batch before the update
 * @param log10UpdateRatios log10(std(update) / std(parameter)) by parameter key; empty if no update followed
 * @param meanUpdates mean |update| by parameter key; empty if no update followed
 */
public record StepSample(Capture capture, Map<String, Double> log10UpdateRatios, Map<String, Double> meanUpdates) {

    public StepSample {
        log10UpdateRatios = Map.copyOf(log10UpdateRatios);
        meanUpdates = Map.copyOf(meanUpdates);
    }

    /** Updates made before. */
    public int step() {
        return capture.iteration();
    }

    /** All parameters that have a gradient, from the input on. */
    public Stream<ParameterCapture> parameters() {
        return capture.layers().stream()
                .flatMap(layer -> layer.parameters().stream())
                .filter(parameter -> parameter.gradient().length > 0);
    }

    /** The weight matrices, from the input on. */
    public List<ParameterCapture> weights() {
        return parameters().filter(parameter -> parameter.name().equals("W")).toList();
    }

    /**
     * The layers with a nonlinearity, from the input on, without the output: activation layers, or those with one
     * inside. The output is the last layer, which an activation layer cannot be in a network that trains.
     */
    public List<LayerCapture> nonlinearities() {
        List<LayerCapture> layers = capture.layers();
        return IntStream.range(0, layers.size())
                .filter(i -> layers.get(i).kind().equals("ActivationLayer")
                        || i < layers.size() - 1 && nonlinear(layers.get(i).nonlinearity()))
                .mapToObj(layers::get)
                .toList();
    }

    private static boolean nonlinear(ActivationFunction f) {
        return f != ActivationFunction.IDENTITY && f != ActivationFunction.OTHER;
    }

    /** The same without the update that followed. */
    StepSample beforeUpdate() {
        return new StepSample(capture, Map.of(), Map.of());
    }
}
