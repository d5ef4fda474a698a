package gradientlab.diagnostics.judge;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Every limit of every rule, one row each: its value, what it counts in, where it comes from, and what was measured.
 *
 * <p>"Measured" means: seen on the lecture's networks (784 inputs, one to twenty tanh, sigmoid or rectifier layers of 100
 * to 128 units, with and without batch norm, batch 32) under the common initialisations, the limit lying between what
 * trained and what did not.
 */
public enum Limit {
    INITIAL_LOSS_EXCESS(
            "initialLossExcess",
            1.5,
            "nats above ln C, which a softmax that knows nothing scores",
            Sources.MAKEMORE,
            "healthy to 0.4, N(0, 1) 10 to 20"),
    INITIAL_LOSS_SHARE(
            "initialLossShare", 0.5, "share of ln C below which a fresh network is suspicious", Sources.MAKEMORE, ""),
    LOGIT_STD(
            "logitStd",
            2,
            "standard deviation of the logits, which should start near 0",
            Sources.MAKEMORE,
            "healthy to 0.6, N(0, 1) 9 to 13; He et al. 2015 on unit inputs 1.41"),
    INPUT_RMS(
            "inputRms",
            10,
            "root mean square of the features, which should have mean 0 and variance 1; pixels 0 to 255 have 85",
            Sources.LECUN,
            ""),
    INPUT_RMS_LOW(
            "inputRmsLow",
            5e-3,
            "root mean square of the features, lower limit; pixels divided by 255 twice have 0.0013",
            Sources.LECUN,
            ""),
    SATURATED_SHARE(
            "saturatedShare",
            0.4,
            "share of z that is saturated: for tanh |tanh z| > 0.97",
            Sources.MAKEMORE + "; Glorot and Bengio 2010, section 3",
            "N(0, 1) 0.8; tanh with gain 5/3 on unit inputs 0.21"),
    DEAD_UNIT_SHARE_FRESH(
            "deadUnitShareFresh",
            0.5,
            "share of units dead at first sight",
            Sources.CS231N,
            "one to three healthy layers 0; twenty healthy rectifier layers, whose inputs grow alike, up to 0.45"),
    DEAD_UNIT_SHARE(
            "deadUnitShare",
            0.25,
            "share of units that died since the first observation and are dead in two in a row",
            Sources.CS231N,
            "healthy to 0.11"),
    DEAD_EXAMPLES(
            "deadExamples",
            16,
            "fewest rows for which \"dead on the whole batch\" says something",
            "own reckoning: 2^-16 is chance for a unit that is on half of the time",
            ""),
    IDENTICAL_SHARE(
            "identicalShare",
            0.5,
            "share of hidden units with the same weights",
            "Goodfellow, Bengio and Courville 2016, Deep learning, section 8.4",
            ""),
    VANISHING_RATIO(
            "vanishingRatio",
            1e-2,
            "norm of δ, lowest against highest hidden layer",
            Sources.GLOROT + "; chosen on the tuning half of the fault benchmark",
            "0.1 trains, 1.7e-4 does not"),
    EXPLODING_RATIO(
            "explodingRatio",
            1e3,
            "norm of δ, lowest against highest hidden layer",
            Sources.GLOROT,
            "batch norm over 20 layers has 146 and trains"),
    EXPLODING_RATIO_STEEP(
            "explodingRatioSteep",
            20,
            "the same where the growth per layer is steep",
            Sources.GLOROT,
            "N(0, 1) over 5 layers has 43"),
    EXPLODING_PER_LAYER(
            "explodingPerLayer",
            2,
            "growth of the norm of δ per layer that is steep",
            Sources.GLOROT,
            "batch norm 1.3, N(0, 1) tanh 2.48"),
    LOG10_UPDATE_RATIO_LOW(
            "log10UpdateRatioLow",
            -5,
            "log10 of std(update) / std(parameter); −3 is usual, this is two decades below",
            Sources.RATIO + "; " + Sources.MAKEMORE,
            ""),
    LOG10_UPDATE_RATIO_HIGH(
            "log10UpdateRatioHigh",
            -1,
            "log10 of std(update) / std(parameter); −3 is usual, this is two decades above",
            Sources.RATIO + "; " + Sources.MAKEMORE,
            ""),
    LOSS_ITERATIONS(
            "lossIterations",
            200,
            "iterations from which the course of the loss is judged",
            "own reckoning: a tenth of them is a median of 20 batches",
            ""),
    LOSS_FALL(
            "lossFall",
            0.02,
            "least relative fall of the loss, median of the last against the first tenth",
            "own reckoning: what batches of 32 differ by in a median of 20",
            ""),
    LOSS_SWING(
            "lossSwing",
            0.25,
            "median change of the loss from one iteration to the next, against ln C; at least 1/√(batch size)",
            "own reckoning: the loss of an undecided network varies by about ln C per example",
            ""),
    KILLED_SHARE(
            "killedShare",
            0.25,
            "share of units alive in one observation and dead in the next",
            Sources.CS231N + "; own reckoning: above what differs from batch to batch",
            ""),
    RUNNING_ITERATIONS(
            "runningIterations",
            100,
            "iterations after which running statistics have forgotten their start",
            Sources.IOFFE + ": 0.9^100 = 3e-5 with DL4J's decay",
            ""),
    RUNNING_MEAN_DISTANCE(
            "runningMeanDistance",
            1,
            "batch standard deviations between running and batch mean",
            Sources.IOFFE + "; own reckoning: the mean of 16 examples strays by 0.25",
            ""),
    RUNNING_DOUBLINGS(
            "runningDoublings",
            1,
            "doublings between running and batch standard deviation",
            Sources.IOFFE + "; own reckoning: a factor of 2 halves or doubles what the next layer sees",
            "");

    private static final class Sources {
        static final String MAKEMORE = "Karpathy, Neural networks: zero to hero, makemore part 3";
        static final String GLOROT = "Glorot and Bengio 2010, section 4.2";
        static final String LECUN = "LeCun et al. 1998, Efficient BackProp, section 4.3";
        static final String CS231N = "CS231n, Neural networks part 1, Commonly used activation functions";
        static final String RATIO = "CS231n, Neural networks part 3, Ratio of weights:updates";
        static final String IOFFE = "Ioffe and Szegedy 2015, algorithm 2";
    }

    private final String label;
    private final double value;
    private final String unit;
    private final String source;
    private final String measured;

    Limit(String label, double value, String unit, String source, String measured) {
        this.label = label;
        this.value = value;
        this.unit = unit;
        this.source = source;
        this.measured = measured;
    }

    /**
     * The limit of a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Limit parse(String label) {
        return Arrays.stream(values())
                .filter(row -> row.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no limit '" + label + "': use one of "
                        + Arrays.stream(values()).map(Limit::label).collect(Collectors.joining(", "))));
    }

    /** Its name in files, tables and messages. */
    public String label() {
        return label;
    }

    /** The value that this project uses. */
    public double value() {
        return value;
    }

    /** What it counts in, in a few words. */
    public String unit() {
        return unit;
    }

    /** Where it comes from. */
    public String source() {
        return source + (measured.isEmpty() ? "" : "; measured on the lecture's networks");
    }

    /** What was measured; empty where it was not chosen by a measurement. */
    public String measured() {
        return measured;
    }
}
