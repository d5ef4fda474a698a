package gradientlab.diagnostics.judge;

import java.util.Map;
import java.util.TreeMap;

/**
 * Every limit of every rule; the source of each is in its own line here and in {@link #sources()}.
 *
 * <p>"Measured" means: seen on the lecture's networks (784 inputs, one to twenty tanh, sigmoid or rectifier layers of
 * 100 to 128 units, with and without batch norm, batch 32) under the common initialisations, the limit lying between
 * what trained and what did not.
 *
 * @param initialLossExcess nats above ln C: a softmax that knows nothing scores ln C (Karpathy, makemore part 3);
 *     measured: healthy to 0.4, N(0, 1) 10 to 20
 * @param initialLossShare share of ln C below which a fresh network is suspicious (same source)
 * @param logitStd standard deviation of the logits: they should start near 0 (Karpathy, makemore part 3); measured:
 *     healthy to 0.6, N(0, 1) 9 to 13; He et al. 2015 on unit inputs: 1.41
 * @param inputRms root mean square of the features: LeCun et al. 1998, section 4.3, ask for mean 0 and variance 1;
 *     pixels 0..255 have 85
 * @param inputRmsLow the same below: pixels divided by 255 twice have 0.0013
 * @param saturatedShare share of saturated z (|tanh z| > 0.97: Karpathy, makemore part 3; Glorot and Bengio 2010,
 *     section 3); measured: N(0, 1) 0.8; Kaiming's tanh gain 5/3 on unit inputs 0.21
 * @param deadUnitShareFresh share of dead units at first sight (CS231n, "Activation functions"); measured: one to
 *     three healthy layers 0, twenty healthy rectifier layers, whose inputs grow alike, up to 0.45
 * @param deadUnitShare share of units that died since the first observation and are dead in two running (same source);
 *     measured: healthy to 0.11
 * @param deadExamples fewest rows for which "dead on the whole batch" says something: 2^−16 is chance for a unit that
 *     is on half of the time (own reckoning)
 * @param identicalShare share of hidden units with the same weights (Goodfellow et al. 2016, section 8.4)
 * @param vanishingRatio norm of δ, lowest against highest hidden layer (Glorot and Bengio 2010, section 4.2); measured:
 *     0.1 trains, 1.7e-4 does not; chosen between them on the tuning half of the fault benchmark
 * @param explodingRatio the same upwards; measured: batch norm over 20 layers has 146 and trains
 * @param explodingRatioSteep the same where the growth per layer is steep; measured: N(0, 1) over 5 layers has 43
 * @param explodingPerLayer growth per layer that is steep; measured: batch norm 1.3, N(0, 1) tanh 2.48
 * @param log10UpdateRatioLow log10 of std(update) / std(parameter): −3 is usual (CS231n, "Ratio of weights:updates";
 *     Karpathy, makemore part 3); two decades below
 * @param log10UpdateRatioHigh the same, two decades above
 * @param lossIterations iterations from which the course of the loss is judged; own reckoning: a tenth of them is a
 *     median of 20 batches
 * @param lossFall least relative fall of the loss, median of the last against the first tenth; own reckoning: what
 *     batches of 32 differ by in a median of 20
 * @param lossSwing median change of the loss from one iteration to the next, against ln C; at least 1/√(batch size);
 *     own reckoning: the loss of an undecided network varies by about ln C from example to example
 * @param killedShare share of units that died between two observations (CS231n, "Activation functions": a large
 *     gradient can knock rectifiers off the data, and more than two fifths of a network may die); own reckoning: a
 *     healthy deep network differs less than this from batch to batch
 * @param runningIterations iterations after which running statistics have forgotten their start: 0.9^100 = 3e-5 (Ioffe
 *     and Szegedy 2015, algorithm 2, with DL4J's decay)
 * @param runningMeanDistance batch standard deviations between running and batch mean (same source); own reckoning: the
 *     mean of 16 examples strays by 0.25
 * @param runningDoublings doublings between running and batch standard deviation (same source); own reckoning: a factor
 *     of 2 halves or doubles what the next layer sees
 */
public record Limits(
        double initialLossExcess,
        double initialLossShare,
        double logitStd,
        double inputRms,
        double inputRmsLow,
        double saturatedShare,
        double deadUnitShareFresh,
        double deadUnitShare,
        int deadExamples,
        double identicalShare,
        double vanishingRatio,
        double explodingRatio,
        double explodingRatioSteep,
        double explodingPerLayer,
        double log10UpdateRatioLow,
        double log10UpdateRatioHigh,
        int lossIterations,
        double lossFall,
        double lossSwing,
        double killedShare,
        int runningIterations,
        double runningMeanDistance,
        double runningDoublings) {

    /** The limits of this project. */
    public static final Limits DEFAULT = new Limits(
            1.5, 0.5, 2, 10, 5e-3, 0.4, 0.5, 0.25, 16, 0.5, 1e-2, 1e3, 20, 2, -5, -1, 200, 0.02, 0.25, 0.25, 100, 1, 1);

    private static final String MAKEMORE = "Karpathy, Neural networks: zero to hero, makemore part 3";
    private static final String GLOROT = "Glorot and Bengio 2010, section 4.2";
    private static final String LECUN = "LeCun et al. 1998, Efficient BackProp, section 4.3";
    private static final String CS231N = "CS231n, Neural networks part 1, Commonly used activation functions";
    private static final String RATIO = "CS231n, Neural networks part 3, Ratio of weights:updates";
    private static final String IOFFE = "Ioffe and Szegedy 2015, algorithm 2";
    private static final String MEASURED = "measured on the lecture's networks";

    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("initialLossExcess", MAKEMORE + "; " + MEASURED),
            Map.entry("initialLossShare", MAKEMORE),
            Map.entry("logitStd", MAKEMORE + "; " + MEASURED),
            Map.entry("inputRms", LECUN),
            Map.entry("inputRmsLow", LECUN),
            Map.entry("saturatedShare", MAKEMORE + "; Glorot and Bengio 2010, section 3; " + MEASURED),
            Map.entry("deadUnitShareFresh", CS231N + "; " + MEASURED),
            Map.entry("deadUnitShare", CS231N + "; " + MEASURED),
            Map.entry("deadExamples", "own reckoning: 2^-16 is chance for a unit that is on half of the time"),
            Map.entry("identicalShare", "Goodfellow, Bengio and Courville 2016, Deep learning, section 8.4"),
            Map.entry("vanishingRatio", GLOROT + "; chosen on the tuning half of the fault benchmark"),
            Map.entry("explodingRatio", GLOROT + "; " + MEASURED),
            Map.entry("explodingRatioSteep", GLOROT + "; " + MEASURED),
            Map.entry("explodingPerLayer", GLOROT + "; " + MEASURED),
            Map.entry("log10UpdateRatioLow", RATIO + "; " + MAKEMORE),
            Map.entry("log10UpdateRatioHigh", RATIO + "; " + MAKEMORE),
            Map.entry("lossIterations", "own reckoning: a tenth of them is a median of 20 batches"),
            Map.entry("lossFall", "own reckoning: what batches of 32 differ by in a median of 20"),
            Map.entry("lossSwing", "own reckoning: the loss of an undecided network varies by about ln C per example"),
            Map.entry("killedShare", CS231N + "; own reckoning: above what differs from batch to batch"),
            Map.entry("runningIterations", IOFFE + ": 0.9^100 = 3e-5 with DL4J's decay"),
            Map.entry("runningMeanDistance", IOFFE + "; own reckoning: the mean of 16 examples strays by 0.25"),
            Map.entry("runningDoublings", IOFFE + "; own reckoning: a factor of 2"));

    /** Where each limit comes from, by the name of the component, sorted by name. */
    public static Map<String, String> sources() {
        return new TreeMap<>(SOURCES);
    }

    /** The source of one limit; throws {@link IllegalArgumentException} for a name that is none. */
    static String source(String limit) {
        String source = SOURCES.get(limit);
        if (source == null) {
            throw new IllegalArgumentException("There is no limit \"" + limit + "\".");
        }
        return source;
    }
}
