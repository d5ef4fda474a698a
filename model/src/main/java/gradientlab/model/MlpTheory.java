package gradientlab.model;

import gradientlab.theory.CriticalPoint;
import gradientlab.theory.LayerDraw;
import gradientlab.theory.NetDraw;
import gradientlab.theory.NetTheory;
import gradientlab.theory.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What mean field theory expects of the fresh net of a specification: {@link NetTheory} of the stds with which its
 * parameters are drawn.
 *
 * <p>An orthogonal matrix counts by the std of its elements; its spread over draws is smaller than the stated one. Empty where
 * the hidden weights are constants: their units are copies of each other.
 */
public final class MlpTheory {

    private MlpTheory() {}

    /**
     * The expectation for a net.
     *
     * @param meanSquareInput E[x²] over the inputs of the batch
     * @param batch how many examples the batch has; of no effect without batch norm
     */
    public static Optional<NetTheory> of(MlpSpec spec, double meanSquareInput, int batch) {
        return NetTheory.of(draw(spec, meanSquareInput, batch, layers(spec, 1), OptionalDouble.empty()));
    }

    /**
     * The expectation for a net on a batch whose examples differ in size: closer than by their mean in the first layers, and
     * where the signal of large examples grows faster (GELU, swish).
     *
     * @param meanSquares E[x²] of every example of the batch
     */
    public static Optional<NetTheory> of(MlpSpec spec, double[] meanSquares) {
        return NetTheory.of(draw(spec, 0, meanSquares.length, layers(spec, 1), OptionalDouble.empty()), meanSquares);
    }

    /**
     * The expectation for a net with skips. With Fixup's scaling the branches start at 0, so that neither z nor δ changes
     * from layer to layer; the output layer starts at 0, too, so that there is no δ before the second step.
     *
     * @param meanSquareInput E[x²] over the inputs of the batch
     * @param batch how many examples the batch has; of no effect without batch norm
     */
    public static Optional<NetTheory> of(ResidualSpec spec, double meanSquareInput, int batch) {
        double start = spec.scaling() == ResidualScaling.FIXUP ? 0 : 1;
        return NetTheory.of(draw(
                spec.net(), meanSquareInput, batch, layers(spec.net(), start), OptionalDouble.of(spec.branchScale())));
    }

    /**
     * The std of the hidden weights, in units of gain/√fan-in, at which δ of a net without normalisation keeps its size from
     * layer to layer; empty where there is none, and with a normalisation, where the factor does not depend on the weights or
     * there is no such point.
     */
    public static OptionalDouble criticalWeightStd(MlpSpec spec) {
        if (spec.normalisation() != Normalisation.NONE) {
            return OptionalDouble.empty();
        }
        int width = spec.hidden().get(0);
        double gain = spec.activation().gain();
        double biasStd = spec.initialisation().hiddenBias().expectedStd(width, width, gain);
        Optional<CriticalPoint> point = CriticalPoint.of(spec.activation(), Math.pow(biasStd, 2));
        return point.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(point.get().weightVariance()) / gain);
    }

    private static NetDraw draw(
            MlpSpec spec, double meanSquareInput, int batch, List<LayerDraw> layers, OptionalDouble branchScale) {
        return new NetDraw(spec.inputs(), meanSquareInput, batch, layers, spec.activation(), norm(spec), branchScale);
    }

    /** The draws of the hidden layers, those after the first times a factor. */
    private static List<LayerDraw> layers(MlpSpec spec, double factor) {
        List<LayerDraw> layers = new ArrayList<>();
        // Once: some gains are a quadrature.
        double gain = spec.activation().gain();
        int fanIn = spec.inputs();
        for (int units : spec.hidden()) {
            layers.add(layer(spec, fanIn, units, gain, layers.isEmpty() ? 1 : factor));
            fanIn = units;
        }
        return layers;
    }

    private static LayerDraw layer(MlpSpec spec, int fanIn, int units, double gain, double factor) {
        Initialisation how = spec.initialisation();
        if (how.scheme().needsData()) {
            return LayerDraw.unitVariance(units);
        }
        double bias = spec.hiddenBias() ? how.hiddenBias().expectedStd(fanIn, units, gain) : 0;
        return new LayerDraw(units, factor * how.hiddenWeights().expectedStd(fanIn, units, gain), factor * bias);
    }

    private static Norm norm(MlpSpec spec) {
        boolean after = spec.normPosition() == NormPosition.AFTER;
        return switch (spec.normalisation()) {
            case NONE -> Norm.NONE;
            case BATCH -> Norm.batch(after, MlpLayers.NORM_EPSILON);
            case LAYER, GROUP -> Norm.groups(spec.normalisation().groups(), after, MlpLayers.NORM_EPSILON);
        };
    }
}
