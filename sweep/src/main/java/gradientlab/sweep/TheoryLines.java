package gradientlab.sweep;

import gradientlab.lab.figure.Curve;
import gradientlab.lab.run.Setting;
import gradientlab.language.Words;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpTheory;
import gradientlab.model.Normalisation;
import gradientlab.theory.DepthScales;
import gradientlab.theory.MeanField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What mean field theory says of a map over depth and the size of the weights, as lines over its cells: of nets without
 * normalisation ξ_c, the depth that a correlation reaches (Schoenholz et al. 2017), twice and six times that, and the size of
 * the weights at which δ keeps its size; of normalised nets 1/|ln χ|, the depth after which Var δ has changed by a
 * factor of e, twice and six times that.
 */
final class TheoryLines {

    private static final int SAMPLES = 361;
    private static final int[] MULTIPLES = {1, 2, 6};

    /** Deep enough for the factor of δ to be that of all layers, and the layer at which it is read. */
    private static final int DEEP = 12;

    private static final int MIDDLE = 8;

    private final MlpSpec net;
    private final Words words;
    private final int batch;
    private final SweepAxis weights;
    private final double[] sizes;
    private final double[] depths;

    private TheoryLines(MlpSpec net, int batch, SweepAxis weights, SweepAxis depth, Words words) {
        this.net = net;
        this.words = words;
        this.batch = batch;
        this.weights = weights;
        this.sizes = numbers(weights);
        this.depths = numbers(depth);
    }

    private static double[] numbers(SweepAxis axis) {
        return axis.values().stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }

    /**
     * The lines over a map; none where its axes are others or do not rise.
     *
     * @param net one of its nets
     * @param batch examples of a step
     * @param words in which the lines are named
     */
    static List<Curve> of(MlpSpec net, int batch, SweepAxis rows, SweepAxis columns, Words words) {
        boolean upright = rows.knob().setting() == Setting.DEPTH && isWeights(columns.knob());
        boolean lying = columns.knob().setting() == Setting.DEPTH && isWeights(rows.knob());
        if (!upright && !lying) {
            return List.of();
        }
        TheoryLines lines = new TheoryLines(net, batch, upright ? columns : rows, upright ? rows : columns, words);
        if (!rises(lines.sizes) || !rises(lines.depths)) {
            return List.of();
        }
        return lines.all().stream()
                .map(line -> upright ? line : Curve.line(line.label(), line.y(), line.x()))
                .toList();
    }

    private static boolean isWeights(Knob knob) {
        return knob.equals(Knob.WEIGHT_STD) || knob.equals(Knob.WEIGHT_VARIANCE);
    }

    private static boolean rises(double[] values) {
        return values.length > 1 && IntStream.range(1, values.length).allMatch(i -> values[i - 1] < values[i]);
    }

    private List<Curve> all() {
        boolean plain = net.normalisation() == Normalisation.NONE;
        double[] places = IntStream.range(0, SAMPLES)
                .mapToDouble(i -> (sizes.length - 1) * i / (SAMPLES - 1.0))
                .toArray();
        DoubleUnaryOperator scale = plain ? this::correlationDepth : this::gradientDepth;
        double[] depth = Arrays.stream(places)
                .map(place -> value(sizes, place))
                .map(scale)
                .toArray();
        List<Curve> lines = new ArrayList<>();
        for (int multiple : MULTIPLES) {
            lines.add(Curve.line(
                    (multiple == 1 ? "" : String.valueOf(multiple)) + (plain ? "ξ" : "ξ∇"),
                    places,
                    Arrays.stream(depth).map(xi -> place(depths, multiple * xi)).toArray()));
        }
        critical().ifPresent(lines::add);
        return lines.stream()
                .filter(line -> Arrays.stream(line.y()).anyMatch(Double::isFinite))
                .toList();
    }

    private Optional<Curve> critical() {
        return MlpTheory.criticalWeightStd(net).stream()
                .map(std -> weights.knob().equals(Knob.WEIGHT_STD)
                        ? std
                        : Math.pow(std * net.activation().gain(), 2))
                .map(size -> place(sizes, size))
                .filter(Double::isFinite)
                .mapToObj(at -> Curve.line(
                        words.text("lines.critical"), new double[] {at, at}, new double[] {-0.5, depths.length - 0.5}))
                .findFirst();
    }

    private double weightVariance(double size) {
        return weights.knob().equals(Knob.WEIGHT_STD)
                ? Math.pow(size * net.activation().gain(), 2)
                : size;
    }

    /** ξ_c; NaN where the signal shrinks to nothing or grows without bound. */
    private double correlationDepth(double size) {
        double variance = weightVariance(size);
        double bias = net.initialisation().biasStd();
        return variance == 0
                ? Double.NaN
                : new MeanField(net.activation(), variance, bias * bias)
                        .depthScales()
                        .map(DepthScales::ofCorrelation)
                        .orElse(Double.NaN);
    }

    /** 1/|ln χ| of a layer amid a deep net; NaN where the theory says nothing of δ. */
    private double gradientDepth(double size) {
        double factor = Math.sqrt(weightVariance(size)) / net.activation().gain();
        MlpSpec deep = net.but()
                .hidden(DEEP, net.hidden().get(0))
                .initialisation(
                        Initialisation.scaled(factor, net.initialisation().biasStd()))
                .build();
        List<Double> factors =
                MlpTheory.of(deep, 1, batch).map(theory -> theory.deltaFactor()).orElse(List.of());
        return factors.isEmpty() ? Double.NaN : Math.abs(1 / (2 * Math.log(factors.get(MIDDLE))));
    }

    /** The value at a place between the values of an axis. */
    private static double value(double[] axis, double place) {
        int below = Math.min((int) place, axis.length - 2);
        return axis[below] + (place - below) * (axis[below + 1] - axis[below]);
    }

    /** Where a value lies between the values of an axis; NaN where it lies outside of them. */
    private static double place(double[] axis, double value) {
        for (int i = 1; i < axis.length; i++) {
            if (axis[i - 1] <= value && value <= axis[i]) {
                return i - 1 + (value - axis[i - 1]) / (axis[i] - axis[i - 1]);
            }
        }
        return Double.NaN;
    }
}
