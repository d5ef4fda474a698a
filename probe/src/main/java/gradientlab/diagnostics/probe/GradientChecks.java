package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.facts.GradientCheck;
import gradientlab.diagnostics.parts.ForeignClasses;
import gradientlab.diagnostics.remedy.Batch;
import gradientlab.diagnostics.remedy.Undisturbed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Compares the gradients of a network that has parts of others' making with finite differences, layer by layer from the output
 * down; ends at the first layer where they differ, since all below get their gradient through it.
 */
final class GradientChecks {

    /** The loss changes by this share of itself on either side: a hundred thousand times the resolution of a float. */
    private static final double CHANGE = 0.01;

    /** Parameters are moved by no more than this share of their norm. */
    private static final double MOVE = 0.05;

    /** A smaller change, as a share of the loss, cannot be told from rounding. */
    private static final double VISIBLE = 1e-4;

    /** Checking ends at an error that no rounding explains. */
    private static final double WRONG = 0.05;

    private final Observer observer;
    private final Batch batch;
    private final Capture capture;
    private final Map<String, Layer> layers;

    private GradientChecks(Model model, Batch batch, Capture capture) {
        Model copy = Layers.copy(model);
        this.observer = Observer.of(copy, NetworkProbe::of);
        this.batch = batch;
        this.capture = capture;
        this.layers = Arrays.stream(Layers.of(copy))
                .collect(Collectors.toMap(layer -> Layers.name(layer, ""), Function.identity(), (a, b) -> a));
    }

    /**
     * From the output down; empty for a network of DL4J's own parts, and for one that is too large to copy.
     *
     * @param capture of the network on the batch
     */
    static List<GradientCheck> of(Model model, Batch batch, Capture capture) {
        boolean foreign = Arrays.stream(Layers.of(model))
                .anyMatch(layer -> !ForeignClasses.ofLayer(configuration(layer)).isEmpty()
                        || !ForeignClasses.inside(configuration(layer)).isEmpty());
        return foreign && Layers.copied(model) && Double.isFinite(capture.loss())
                ? Undisturbed.run(() -> new GradientChecks(model, batch, capture).checks())
                : List.of();
    }

    private static org.deeplearning4j.nn.conf.layers.Layer configuration(Layer layer) {
        return Layers.unwrapped(layer).conf().getLayer();
    }

    private List<GradientCheck> checks() {
        List<GradientCheck> checks = new ArrayList<>();
        Set<String> suspects = new TreeSet<>();
        for (int i = capture.layers().size() - 1; i >= 0; i--) {
            LayerCapture seen = capture.layers().get(i);
            Layer layer = layers.get(seen.name());
            if (layer == null) {
                continue;
            }
            suspects.addAll(ForeignClasses.inside(configuration(layer)));
            Optional<GradientCheck> check = check(layer, seen, suspects);
            check.ifPresent(checks::add);
            if (check.isPresent() && check.get().error() > WRONG) {
                return checks;
            }
            if (check.isPresent()) {
                suspects.clear();
            }
            suspects.addAll(ForeignClasses.ofLayer(configuration(layer)));
        }
        return checks;
    }

    private Optional<GradientCheck> check(Layer layer, LayerCapture seen, Set<String> suspects) {
        List<ParameterCapture> learned = seen.parameters().stream()
                .filter(parameter -> parameter.gradient().length > 0)
                .toList();
        double values = norm(learned, ParameterCapture::values);
        double gradient = norm(learned, ParameterCapture::gradient);
        if (learned.isEmpty() || !Double.isFinite(gradient) || !Double.isFinite(values)) {
            return Optional.empty();
        }
        double most = values > 0 ? MOVE * values : CHANGE;
        double h = gradient > 0 ? Math.min(most, CHANGE * Math.max(capture.loss(), 0.1) / gradient) : most;
        Map<String, float[]> direction = direction(learned, gradient);
        double change = moved(layer, direction, h) - moved(layer, direction, -h);
        double resolution = VISIBLE * Math.max(capture.loss(), 0.1);
        return Math.max(Math.abs(change), 2 * h * gradient) < resolution || !Double.isFinite(change)
                ? Optional.empty()
                : Optional.of(new GradientCheck(seen.name(), String.join(", ", suspects), gradient, change / (2 * h)));
    }

    /** The gradient with norm 1; where it is 0, numbers drawn at random. */
    private static Map<String, float[]> direction(List<ParameterCapture> learned, double gradient) {
        Random random = new Random(1);
        Map<String, float[]> direction = learned.stream()
                .collect(Collectors.toMap(ParameterCapture::name, parameter -> {
                    float[] v = parameter.gradient().clone();
                    for (int i = 0; i < v.length; i++) {
                        v[i] = gradient > 0 ? (float) (v[i] / gradient) : (float) random.nextGaussian();
                    }
                    return v;
                }));
        double norm = Math.sqrt(
                direction.values().stream().mapToDouble(GradientChecks::squares).sum());
        direction.values().forEach(v -> {
            for (int i = 0; i < v.length; i++) {
                v[i] /= (float) norm;
            }
        });
        return direction;
    }

    /** The loss with the parameters of a layer moved by h along a direction; they are put back. */
    private double moved(Layer layer, Map<String, float[]> direction, double h) {
        Map<String, INDArray> before = direction.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), key -> layer.getParam(key).dup()));
        direction.forEach((key, v) -> {
            INDArray parameter = layer.getParam(key);
            parameter.addi(Nd4j.create(v, parameter.shape(), parameter.ordering())
                    .castTo(parameter.dataType())
                    .muli(h));
        });
        try {
            return observer.captures().of(batch, capture.iteration()).loss();
        } finally {
            before.forEach((key, value) -> layer.getParam(key).assign(value));
        }
    }

    private static double norm(List<ParameterCapture> parameters, Function<ParameterCapture, float[]> part) {
        return Math.sqrt(parameters.stream()
                .map(part)
                .mapToDouble(GradientChecks::squares)
                .sum());
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }
}
