package gradientlab.diagnostics;

import java.util.List;
import java.util.stream.LongStream;

/**
 * One parameter tensor, its gradient and its update, condensed.
 *
 * @param name name within its layer, such as W
 * @param key name within the network, such as 0_W
 * @param shape extent of each dimension
 * @param values the parameter
 * @param gradient mean gradient over the batch; without values where there is none
 * @param update the update made from this state; without values until it is known
 * @param log10UpdateRatio log10(std(update) / std(parameter)); NaN until it is known
 * @param fanIn inputs that one unit sums through it; NaN where it multiplies nothing and where that is not known
 */
public record ParameterSnapshot(
        String name,
        String key,
        List<Long> shape,
        Distribution values,
        Distribution gradient,
        Distribution update,
        double log10UpdateRatio,
        double fanIn) {

    /** Copies the shape; no update and no fan-in at all, as in files older than they, are not known. */
    public ParameterSnapshot {
        shape = List.copyOf(shape);
        update = update == null ? Distribution.NONE : update;
        fanIn = fanIn == 0 ? Double.NaN : fanIn;
    }

    static ParameterSnapshot of(ParameterCapture parameter, int bins) {
        return new ParameterSnapshot(
                parameter.name(),
                parameter.key(),
                LongStream.of(parameter.shape()).boxed().toList(),
                Distribution.of(parameter.values(), bins),
                Distribution.of(parameter.gradient(), bins),
                Distribution.NONE,
                Double.NaN,
                parameter.layout().fanIn());
    }

    ParameterSnapshot with(ParameterUpdate made) {
        return new ParameterSnapshot(name, key, shape, values, gradient, made.values(), made.log10Ratio(), fanIn);
    }
}
