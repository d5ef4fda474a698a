package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds units that nothing tells apart.
 *
 * <p>DL4J keeps the weights of one unit next to each other: W of a dense layer is inputs × units in column-major order,
 * W of a convolution is channels × inputs × height × width in row-major order.
 */
final class Symmetry {

    /** Weights of a unit that go into its hash code. */
    private static final int HASHED = 8;

    private Symmetry() {}

    /** Size of the largest group of units with the same weights and bias; 0 without weights per unit. */
    static int largestGroup(LayerCapture layer) {
        int units = layer.preActivation().columns();
        Optional<ParameterCapture> weights = parameter(layer, "W");
        if (weights.isEmpty() || units == 0 || weights.get().values().length % units != 0) {
            return 0;
        }
        float[] values = weights.get().values();
        float[] biases = parameter(layer, "b").map(ParameterCapture::values).orElse(new float[0]);
        Map<Incoming, Long> groups = IntStream.range(0, units)
                .mapToObj(unit -> new Incoming(slice(values, unit, units), unit < biases.length ? biases[unit] : 0))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return groups.values().stream().mapToInt(Long::intValue).max().orElse(0);
    }

    /** What a unit is made of; buffers are equal when their contents are. */
    private record Incoming(FloatBuffer weights, float bias) {

        /** Of a few weights: a buffer's own cuts them down to whole numbers, which for most weights is 0. */
        @Override
        public int hashCode() {
            int step = Math.max(1, weights.remaining() / HASHED);
            int hash = 0;
            for (int i = 0; i < weights.remaining(); i += step) {
                // both zeros are equal
                hash = 31 * hash + Float.hashCode(weights.get(i) + 0f);
            }
            return hash;
        }
    }

    private static FloatBuffer slice(float[] values, int unit, int units) {
        int fanIn = values.length / units;
        return FloatBuffer.wrap(values, unit * fanIn, fanIn).slice();
    }

    private static Optional<ParameterCapture> parameter(LayerCapture layer, String name) {
        return layer.parameters().stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
