package gradientlab.diagnostics;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * One parameter tensor, its gradient and its update, condensed.
 *
 * @param name name within its layer, such as W
 * @param key name within the network, such as 0_W
 * @param shape extent of each dimension
 * @param values the parameter
 * @param gradient mean gradient over the batch; without values where there is none
 * @param maskedGradients entries left out of the share of zeros because their input is 0 for the whole batch
 * @param zeroGradientShare share of exactly 0 among the other gradients; NaN without any
 * @param log10UpdateRatio log10(std(update) / std(parameter)); NaN until {@link #withUpdateRatio} gives it
 */
public record ParameterSnapshot(
        String name,
        String key,
        List<Long> shape,
        Distribution values,
        Distribution gradient,
        long maskedGradients,
        double zeroGradientShare,
        double log10UpdateRatio) {

    /** Copies the shape. */
    public ParameterSnapshot {
        shape = List.copyOf(shape);
    }

    static ParameterSnapshot of(ParameterCapture parameter, int bins) {
        return new ParameterSnapshot(
                parameter.name(),
                parameter.key(),
                LongStream.of(parameter.shape()).boxed().toList(),
                Distribution.of(parameter.values(), bins),
                Distribution.of(parameter.gradient(), bins),
                Units.count(parameter.masked(), true),
                parameter.gradient().length == 0
                        ? Double.NaN
                        : Units.shareOfZeros(parameter.gradient(), parameter.masked()),
                Double.NaN);
    }

    ParameterSnapshot withUpdateRatio(Map<String, Double> ratios) {
        double ratio = ratios.getOrDefault(key, Double.NaN);
        return new ParameterSnapshot(name, key, shape, values, gradient, maskedGradients, zeroGradientShare, ratio);
    }
}
