package gradientlab.lab.run;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Statistics;
import java.util.List;

/** Reads a capture of one of our own networks by the names that its configuration gives to the layers. */
public final class MlpCapture {

    private final Capture capture;
    private final ActivationFunction activation;

    public MlpCapture(Capture capture, ActivationFunction activation) {
        this.capture = capture;
        this.activation = activation;
    }

    /** The affine map of hidden layer {@code number}, counted from 1. */
    public LayerCapture affine(int number) {
        return capture.layer("hidden-" + number);
    }

    /** The nonlinearity of hidden layer {@code number}, counted from 1. */
    public LayerCapture nonlinearity(int number) {
        return capture.layer(activation.label() + "-" + number);
    }

    /** The output layer. */
    public LayerCapture output() {
        return capture.layer("output");
    }

    private List<LayerCapture> nonlinearities() {
        return capture.layers().stream()
                .filter(layer -> layer.name().startsWith(activation.label() + "-"))
                .toList();
    }

    /** The share of all hidden activations that {@link Saturation} calls saturated; NaN where one of them is NaN. */
    public double saturatedShare() {
        if (nonlinearities().stream()
                .anyMatch(layer -> hasNaN(layer.preActivation().values()))) {
            return Double.NaN;
        }
        long saturated = 0;
        long all = 0;
        for (LayerCapture layer : nonlinearities()) {
            saturated += Saturation.count(activation, layer.preActivation());
            all += layer.preActivation().values().length;
        }
        return (double) saturated / all;
    }

    private static boolean hasNaN(float[] values) {
        for (float value : values) {
            if (Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** Hidden units saturated on every example. */
    public int deadUnits() {
        return nonlinearities().stream()
                .mapToInt(layer -> Saturation.deadUnits(activation, layer.preActivation()))
                .sum();
    }

    /** The standard deviation of the gradient with respect to a layer's weights. */
    public static double weightGradientStd(LayerCapture layer) {
        return layer.parameters().stream()
                .filter(parameter -> parameter.name().equals("W"))
                .map(parameter -> std(parameter.gradient()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Layer '" + layer.name() + "' has no weights W"));
    }

    /** The standard deviation (n − 1) over all values. */
    public static double std(float[] values) {
        return Statistics.of(values).std();
    }
}
