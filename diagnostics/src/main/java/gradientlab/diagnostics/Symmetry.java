package gradientlab.diagnostics;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds units that nothing tells apart: every weight that comes in is the same, recurrent weights and biases included.
 *
 * <p>Which entry belongs to which unit is said by the {@link WeightLayout} of the parameter. Where there is none, W and b
 * are taken to hold the weights of one unit next to each other, as DL4J does: W of a dense layer is inputs × units in
 * column-major order, W of a convolution is channels × inputs × height × width in row-major order.
 */
public final class Symmetry {

    /** Weights of a unit that go into its hash code, per parameter. */
    private static final int HASHED = 8;

    /** Share of a layer's largest gradient: sums of one batch in another order differ by less. */
    private static final float ROUNDING = 1e-3f;

    /**
     * The largest group of units with the same weights and bias.
     *
     * @param units how many they are; 0 without weights per unit
     * @param apart those of them with another gradient than the first, as under outgoing weights that differ: one step tells
     *     them apart; 0 where gradients were not measured or are not finite
     */
    public record Group(int units, int apart) {}

    private Symmetry() {}

    /** The largest group of a layer. */
    public static Group largestGroup(LayerCapture layer) {
        int units = layer.preActivation().columns();
        List<Weights> weights = new ArrayList<>();
        for (ParameterCapture parameter : layer.parameters()) {
            WeightLayout layout = layout(parameter, units);
            if (layout.perUnit() && layout.units() == units) {
                weights.add(new Weights(parameter.values(), layout));
            }
        }
        if (weights.stream().allMatch(w -> Double.isNaN(w.layout().fanIn()))) {
            return new Group(0, 0);
        }
        Map<Incoming, List<Integer>> groups =
                IntStream.range(0, units).boxed().collect(Collectors.groupingBy(unit -> new Incoming(weights, unit)));
        return groups.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(group -> new Group(group.size(), group.size() > 1 ? apart(layer, units, group) : 0))
                .orElse(new Group(0, 0));
    }

    private static int apart(LayerCapture layer, int units, List<Integer> group) {
        boolean[] apart = new boolean[units];
        for (ParameterCapture parameter : layer.parameters()) {
            float[] gradient = parameter.gradient();
            WeightLayout layout = layout(parameter, units);
            if (gradient.length == parameter.values().length && layout.perUnit() && layout.units() == units) {
                Weights each = new Weights(gradient, layout);
                float rounding = ROUNDING * each.largest();
                group.forEach(unit -> apart[unit] |= each.apart(group.get(0), unit, rounding));
            }
        }
        return (int) group.stream().filter(unit -> apart[unit]).count();
    }

    private static WeightLayout layout(ParameterCapture parameter, int units) {
        int length = parameter.values().length;
        boolean divisible = units > 0 && length > 0 && length % units == 0;
        if (!parameter.layout().equals(WeightLayout.NONE) || !divisible) {
            return parameter.layout();
        }
        return switch (parameter.name()) {
            case "W" -> new WeightLayout((double) length / units, units, length / units);
            case "b" -> length == units ? new WeightLayout(Double.NaN, units, 1) : WeightLayout.NONE;
            default -> WeightLayout.NONE;
        };
    }

    private record Weights(float[] values, WeightLayout layout) {

        int perUnit() {
            return layout.entriesPerUnit(values.length);
        }

        /** Block by block; both zeros are equal, as they are to a buffer. */
        boolean same(int unit, int other) {
            for (int k = 0; k < perUnit(); k += layout.stride()) {
                if (!block(unit, k).equals(block(other, k))) {
                    return false;
                }
            }
            return true;
        }

        float largest() {
            float largest = 0;
            for (float value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            return largest;
        }

        boolean apart(int unit, int other, float rounding) {
            for (int k = 0; k < perUnit(); k++) {
                float difference = values[layout.indexOf(unit, k)] - values[layout.indexOf(other, k)];
                if (Math.abs(difference) > rounding) {
                    return true;
                }
            }
            return false;
        }

        private FloatBuffer block(int unit, int k) {
            return FloatBuffer.wrap(values, layout.indexOf(unit, k), layout.stride());
        }
    }

    /** What a unit is made of. */
    private record Incoming(List<Weights> weights, int unit) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Incoming that && weights.stream().allMatch(w -> w.same(unit, that.unit));
        }

        /** Of a few weights: there may be thousands. */
        @Override
        public int hashCode() {
            int hash = 0;
            for (Weights w : weights) {
                int step = Math.max(1, w.perUnit() / HASHED);
                for (int k = 0; k < w.perUnit(); k += step) {
                    // both zeros are equal
                    hash = 31 * hash + Float.hashCode(w.values()[w.layout().indexOf(unit, k)] + 0f);
                }
            }
            return hash;
        }
    }
}
