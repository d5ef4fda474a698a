package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import java.util.List;

/**
 * Norms of a layer's gradient as its updater gets it: what the data ask for, what regularisation asks for, and what
 * clipping leaves of the first. All are Euclidean, and NaN where a value is not finite.
 *
 * @param name name of the layer
 * @param weights norm of the data's gradient of the weights, before clipping
 * @param penalty norm of what regularisation adds to it, l1 · sign(w) + (l2 + weight decay) · w
 * @param before norm of the data's gradient of all parameters, before clipping
 * @param after the same after clipping; equal to {@code before} without
 */
public record GradientNorms(String name, double weights, double penalty, double before, double after) {

    /**
     * The norms of a layer; all are 0 where it has no gradient.
     *
     * @param factor what the mean gradient of the capture is multiplied by: the batch size where DL4J sums, otherwise 1
     */
    public static GradientNorms of(LayerTraining training, LayerCapture layer, int factor) {
        List<ParameterCapture> learned = layer.parameters().stream()
                .filter(parameter -> parameter.gradient().length > 0)
                .toList();
        double weights = 0;
        double penalty = 0;
        double before = 0;
        for (ParameterCapture parameter : learned) {
            double squares = squares(parameter, factor, Double.POSITIVE_INFINITY);
            before += squares;
            if (training.weights().contains(parameter.name())) {
                weights += squares;
                penalty += penalty(training.penalty(), parameter.values());
            }
        }
        return new GradientNorms(
                training.name(),
                Math.sqrt(weights),
                Math.sqrt(penalty),
                Math.sqrt(before),
                after(training.clipping(), learned, Math.sqrt(before), factor));
    }

    private static double after(Clipping clipping, List<ParameterCapture> learned, double before, int factor) {
        double limit = clipping.threshold();
        return switch (clipping.kind()) {
            case NONE -> before;
            case RENORMALIZE_PER_LAYER -> Math.signum(before);
            case CLIP_PER_LAYER -> Math.min(before, limit);
            case CLIP_VALUES ->
                Math.sqrt(learned.stream()
                        .mapToDouble(parameter -> squares(parameter, factor, limit))
                        .sum());
            case RENORMALIZE_PER_PARAMETER ->
                Math.sqrt(learned.stream()
                        .mapToDouble(parameter -> norm(parameter, factor))
                        .map(Math::signum)
                        .sum());
            case CLIP_PER_PARAMETER ->
                Math.sqrt(learned.stream()
                        .mapToDouble(parameter -> Math.min(limit, norm(parameter, factor)))
                        .map(norm -> norm * norm)
                        .sum());
        };
    }

    private static double norm(ParameterCapture parameter, int factor) {
        return Math.sqrt(squares(parameter, factor, Double.POSITIVE_INFINITY));
    }

    private static double squares(ParameterCapture parameter, int factor, double limit) {
        double sum = 0;
        for (float value : parameter.gradient()) {
            double size = Math.min(limit, Math.abs((double) factor * value));
            sum += size * size;
        }
        return sum;
    }

    private static double penalty(Penalty penalty, float[] weights) {
        if (!penalty.any()) {
            return 0;
        }
        double sum = 0;
        for (float w : weights) {
            double term = penalty.l1() * Math.signum(w) + (penalty.l2() + penalty.weightDecay()) * w;
            sum += term * term;
        }
        return sum;
    }
}
