package gradientlab.theory;

import java.util.ArrayList;
import java.util.List;

/**
 * The signal on its way from the input to the last hidden layer.
 *
 * <p>Without a skip q = σw²·(mean square of what the layer reads) + σb²; behind a skip, s² times that is added to the q of
 * the layer before. A normalisation before the nonlinearity gives it numbers of mean 0 and variance v/(v + ε) to read.
 */
final class SignalPass {

    private final NetDraw net;
    private final NormalMoments function;
    private double lastStd = Double.NaN;
    private int lastCount;
    private FunctionMoments last;

    private SignalPass(NetDraw net) {
        this.net = net;
        this.function = NormalMoments.of(net.activation());
    }

    static List<LayerState> of(NetDraw net) {
        SignalPass pass = new SignalPass(net);
        List<LayerState> layers = new ArrayList<>();
        for (int l = 0; l < net.layers().size(); l++) {
            layers.add(pass.layer(l, l == 0 ? null : layers.get(l - 1)));
        }
        return layers;
    }

    private LayerState layer(int l, LayerState below) {
        LayerDraw draw = net.layers().get(l);
        double read = below == null ? net.meanSquareInput() : below.read();
        double w = draw.scaledOnData() ? 1 / read : net.fanIn(l) * draw.weightStd() * draw.weightStd();
        double b = draw.biasStd() * draw.biasStd();
        double skipped = below == null || net.branchScale().isEmpty() ? 0 : below.q();
        double q = skipped + square(scaleOf(below)) * (w * read + b);
        double normalised = normalised(below, w, q);
        FunctionMoments moments = moments(l, q, normalised);
        return new LayerState(w, b, q, normalised, moments, read(moments), readVariance(moments));
    }

    /** The first layer is no branch. */
    private double scaleOf(LayerState below) {
        return below == null ? 1 : net.branchScale().orElse(1);
    }

    private double normalised(LayerState below, double w, double q) {
        if (net.norm().before(Norm.Kind.UNITS)) {
            return q;
        }
        boolean known = net.norm().before(Norm.Kind.EXAMPLES)
                && below != null
                && net.batch() >= NormFactors.LEAST_COUNT
                && net.branchScale().isEmpty();
        return known ? w * below.readVariance() : Double.NaN;
    }

    private FunctionMoments moments(int l, double q, double normalised) {
        if (net.norm().kind() == Norm.Kind.NONE || net.norm().afterNonlinearity()) {
            return remembered(Math.sqrt(q), 0);
        }
        double std = Double.isNaN(normalised)
                ? 1
                : Math.sqrt(normalised / (normalised + net.norm().epsilon()));
        return remembered(std, net.normalisedOver(l));
    }

    /** Deep in a net the same moments are asked for again and again. */
    private FunctionMoments remembered(double std, int count) {
        if (std != lastStd || count != lastCount) {
            last = count < NormFactors.LEAST_COUNT ? function.at(std) : function.normalised(std, count);
            lastStd = std;
            lastCount = count;
        }
        return last;
    }

    private double read(FunctionMoments moments) {
        if (!net.norm().afterNonlinearity()) {
            return moments.meanSquare();
        }
        double variance = moments.variance();
        return variance / (variance + net.norm().epsilon());
    }

    /** The mean square minus the mean product of two examples. */
    private double readVariance(FunctionMoments moments) {
        return net.norm().before(Norm.Kind.EXAMPLES)
                ? moments.meanSquare()
                        - NormFactors.pairMean(moments, (d, f, slope) -> f, net.batch()) * square(moments.scale())
                : Double.NaN;
    }

    private static double square(double x) {
        return x * x;
    }
}
