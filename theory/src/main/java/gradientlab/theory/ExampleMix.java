package gradientlab.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The theory of a batch whose examples differ in size: each goes through the net by itself, and variances are averaged.
 *
 * <p>It matters where E[f²] does not grow as q: for GELU and swish, for which it grows faster, large examples make more
 * of the mean from layer to layer. At the last hidden layer Var δ of an example is taken for proportional to E[f′²] there, as
 * if all got the same gradient from the output. Examples are put together into groups of neighbours in size.
 */
final class ExampleMix {

    private static final int MOST_GROUPS = 12;

    private final NetTheory ofMean;
    private final List<List<LayerState>> signals = new ArrayList<>();
    private final List<GradientPass> gradients = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final double[] deltas;

    private ExampleMix(NetDraw net, NetTheory ofMean, double[] meanSquares) {
        this.ofMean = ofMean;
        double[] sorted = meanSquares.clone();
        Arrays.sort(sorted);
        int groups = Math.min(MOST_GROUPS, sorted.length);
        for (int g = 0; g < groups; g++) {
            double[] group = Arrays.copyOfRange(sorted, g * sorted.length / groups, (g + 1) * sorted.length / groups);
            NetDraw part =
                    net.withMeanSquareInput(Arrays.stream(group).average().orElseThrow());
            signals.add(SignalPass.of(part));
            gradients.add(new GradientPass(part, signals.get(g)));
            shares.add((double) group.length / sorted.length);
        }
        this.deltas = deltas(net.layers().size());
    }

    static NetTheory of(NetDraw net, NetTheory ofMean, double[] meanSquares) {
        ExampleMix mix = new ExampleMix(net, ofMean, meanSquares);
        return new NetTheory(
                IntStream.range(0, net.layers().size()).mapToObj(mix::layer).toList());
    }

    /** The mean over examples of Var δ in every layer, but for a factor; NaN where nothing is said. */
    private double[] deltas(int depth) {
        double[] means = new double[depth];
        for (int g = 0; g < shares.size(); g++) {
            double variance = gradients.get(g).slope(depth - 1);
            means[depth - 1] += shares.get(g) * variance;
            for (int l = depth - 2; l >= 0; l--) {
                double factor = gradients.get(g).factor(l).orElse(Double.NaN);
                variance *= factor * factor;
                means[l] += shares.get(g) * variance;
            }
        }
        return means;
    }

    private LayerTheory layer(int l) {
        LayerTheory one = ofMean.layers().get(l);
        double q = 0;
        double mean = 0;
        double square = 0;
        for (int g = 0; g < shares.size(); g++) {
            LayerState state = signals.get(g).get(l);
            q += shares.get(g) * state.q();
            mean += shares.get(g) * state.moments().mean();
            square += shares.get(g) * state.moments().meanSquare();
        }
        return new LayerTheory(
                one.units(),
                Math.sqrt(q),
                Math.sqrt(square - mean * mean),
                square,
                l + 1 < deltas.length ? GradientPass.said(deltas[l] / deltas[l + 1]) : OptionalDouble.empty(),
                one.gradientFactor(),
                one.preActivationSpread(),
                one.deltaSpread());
    }
}
