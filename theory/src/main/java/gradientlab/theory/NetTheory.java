package gradientlab.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What mean field theory expects of a fresh, wide net, layer by layer.
 *
 * @param layers the hidden layers, from the input on
 */
public record NetTheory(List<LayerTheory> layers) {

    /** Copies the list. */
    public NetTheory {
        layers = List.copyOf(layers);
    }

    /**
     * The expectation for a net; empty where all units of a layer are copies of each other (constant weights), which
     * independent units say nothing of.
     *
     * @throws IllegalArgumentException for softmax and unknown activations
     */
    public static Optional<NetTheory> of(NetDraw net) {
        if (!net.unitsDiffer()) {
            return Optional.empty();
        }
        List<LayerState> states = SignalPass.of(net);
        GradientPass gradient = new GradientPass(net, states);
        SpreadPass spread = new SpreadPass(net, states);
        return Optional.of(new NetTheory(IntStream.range(0, states.size())
                .mapToObj(l -> layer(net.layers().get(l).units(), l, states.get(l), gradient, spread))
                .toList()));
    }

    /**
     * The same for a batch whose examples differ in size. With batch norm and with weights that are scaled on data, where
     * examples depend on each other, their mean counts alone.
     *
     * @param meanSquares E[x²] of every example, in place of the net's {@code meanSquareInput}
     * @throws IllegalArgumentException for no examples; for softmax and unknown activations
     */
    public static Optional<NetTheory> of(NetDraw net, double[] meanSquares) {
        double mean = Arrays.stream(meanSquares)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("The theory of a batch needs an example at least"));
        NetDraw ofMean = net.withMeanSquareInput(mean);
        return net.examplesAreApart()
                ? of(ofMean).map(theory -> ExampleMix.of(ofMean, theory, meanSquares))
                : of(ofMean);
    }

    private static LayerTheory layer(int units, int l, LayerState state, GradientPass gradient, SpreadPass spread) {
        return new LayerTheory(
                units,
                Math.sqrt(state.q()),
                Math.sqrt(state.moments().variance()),
                state.moments().meanSquare(),
                gradient.factor(l),
                gradient.ofWeights(l),
                spread.ofSignal(l),
                spread.ofGradient(l));
    }

    /** The std of z of every hidden layer, from the input on. */
    public List<Double> preActivationStd() {
        return layers.stream().map(LayerTheory::preActivationStd).toList();
    }

    /** The factors of std of δ of every hidden layer but the last; empty where nothing is said of one of them. */
    public List<Double> deltaFactor() {
        List<OptionalDouble> factors = layers.subList(0, layers.size() - 1).stream()
                .map(LayerTheory::deltaFactor)
                .toList();
        return factors.stream().allMatch(OptionalDouble::isPresent)
                ? factors.stream().map(OptionalDouble::getAsDouble).toList()
                : List.of();
    }
}
