package gradientlab.diagnostics.limits;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every limit of every rule: its default value, its unit, where it comes from, and what was measured on either side.
 *
 * <p>"Measured" means: seen on the lecture's networks (784 inputs, one to twenty tanh, sigmoid or rectifier layers of
 * 100 to 128 units, with and without batch norm, batch 32) under the common initialisations, the limit lying between
 * what trained and what did not.
 */
public enum Limit {
    /** A softmax that knows nothing scores ln C. */
    INITIAL_LOSS_EXCESS(
            1.5, "nats above ln C", Sources.MAKEMORE + "; " + Sources.MEASURED, "healthy to 0.4; N(0, 1) 10 to 20"),
    /** Below this a fresh network is suspicious. */
    INITIAL_LOSS_SHARE(0.5, "share of ln C", Sources.MAKEMORE, ""),
    /** The logits should start near 0. */
    LOGIT_STD(
            2,
            "standard deviation of the logits",
            Sources.MAKEMORE + "; " + Sources.MEASURED,
            "healthy to 0.6; He et al. 2015 on unit inputs 1.41; N(0, 1) 9 to 13"),
    /** Features should have mean 0 and variance 1. */
    INPUT_RMS(10, "root mean square of the features", Sources.LECUN, "pixels from 0 to 255 have 85"),
    /** The same limit for features that are too small. */
    INPUT_RMS_LOW(5e-3, "root mean square of the features", Sources.LECUN, "pixels divided by 255 twice have 0.0013"),
    /** Share of saturated z of a hidden layer; for tanh |tanh z| &gt; 0.97. */
    SATURATED_SHARE(
            0.4,
            "share of z",
            Sources.MAKEMORE + "; Glorot and Bengio 2010, section 3; " + Sources.MEASURED,
            "Kaiming's tanh gain 5/3 on unit inputs 0.21; N(0, 1) 0.8"),
    /** Dead units in the first observation. */
    DEAD_UNIT_SHARE_FRESH(
            0.5,
            "share of units",
            Sources.CS231N + "; " + Sources.MEASURED,
            "one to three healthy layers 0; twenty healthy rectifier layers, whose inputs become alike, up to 0.45"),
    /** Units that died since the first observation and are dead in two consecutive ones. */
    DEAD_UNIT_SHARE(0.25, "share of units", Sources.CS231N + "; " + Sources.MEASURED, "healthy to 0.11"),
    /** Fewest rows for which "dead on the whole batch" says something. */
    DEAD_EXAMPLES(16, "examples", "own reckoning: 2^-16 is chance for a unit that is on half of the time", ""),
    /** Hidden units with the same weights. */
    IDENTICAL_SHARE(0.5, "share of units", "Goodfellow, Bengio and Courville 2016, Deep learning, section 8.4", ""),
    /** Norm of δ, lowest against highest hidden layer. */
    VANISHING_RATIO(
            1e-2,
            "ratio of norms",
            Sources.GLOROT + "; chosen on the tuning half of the fault benchmark",
            "0.1 trains; 1.7e-4 does not"),
    /** The same ratio where it is too large, whatever the depth. */
    EXPLODING_RATIO(
            1e3,
            "ratio of norms",
            Sources.GLOROT + "; " + Sources.MEASURED,
            "batch norm over 20 layers has 146 and trains"),
    /** The same ratio where the growth per layer is steep. */
    EXPLODING_RATIO_STEEP(
            20, "ratio of norms", Sources.GLOROT + "; " + Sources.MEASURED, "N(0, 1) over 5 layers has 43"),
    /** Growth per layer that is steep. */
    EXPLODING_PER_LAYER(
            2,
            "ratio of norms per layer",
            Sources.GLOROT + "; " + Sources.MEASURED,
            "batch norm 1.3; N(0, 1) tanh 2.48"),
    /** Share of the last step's δ that reaches the first step of a sequence. */
    VANISHING_OVER_TIME(
            1e-3, "ratio of norms", Sources.BENGIO + "; " + Sources.RECALL, "0.025 learns; 3.2e-4 does not"),
    /** What one step back leaves of δ in a fresh layer. */
    VANISHING_PER_STEP(
            0.5,
            "ratio of norms per step",
            Sources.BENGIO + "; measured on fresh recurrent layers of 8 to 128 units",
            "SimpleRnn 0.75 to 0.9; LSTM 0.82 to 0.93, without a forget bias 0.63; weights a tenth as wide 0.1"),
    /** The same share where it is too large. */
    EXPLODING_OVER_TIME(
            100,
            "ratio of norms",
            "Pascanu, Mikolov and Bengio 2013, section 2; " + Sources.RECALL,
            "46 is passed through while learning; 94 does not learn"),
    /** Two decades below the usual −3. */
    LOG10_UPDATE_RATIO_LOW(-5, "log10(std(update) / std(parameter))", Sources.RATIO + "; " + Sources.MAKEMORE, ""),
    /** Two decades above the usual −3. */
    LOG10_UPDATE_RATIO_HIGH(-1, "log10(std(update) / std(parameter))", Sources.RATIO + "; " + Sources.MAKEMORE, ""),
    /** From here on the course of the loss is judged. */
    LOSS_ITERATIONS(100, "iterations", "own reckoning: a tenth of them is a median of 10 batches", ""),
    /** A run with a lower loss learns: what is unusual about it does no harm. */
    LEARNT_SHARE(0.5, "share of the loss of guessing", "own reckoning", ""),
    /** A run with a higher loss does no better than the best constant. */
    STUCK_SHARE(0.95, "share of the loss of guessing", "own reckoning: what medians of 10 batches differ by", ""),
    /** The loss of held-out examples above the lowest that was seen. */
    HELD_OUT_RISE(0.2, "share of the lowest", "Prechelt 1998, Early stopping, but when?, generalisation loss", ""),
    /** The mean of held-out features away from that of training. */
    HELD_OUT_SHIFT(0.5, "standard deviations of the training features", "own reckoning", ""),
    /** The standard deviation of held-out features against that of training. */
    HELD_OUT_DOUBLINGS(1, "doublings", "own reckoning", ""),
    /** A gradient and the slope of the loss along it. */
    GRADIENT_ERROR(
            0.1,
            "share of the larger",
            "CS231n, Neural networks part 3, Gradient checks; " + Sources.MEASURED,
            "tanh layers in single precision 5e-5; 1 - tanh for 1 - tanh^2 0.17"),
    /** Fewest rows for which "all the same" says something. */
    LABEL_ROWS(64, "rows", "own reckoning: with 1 % of another class 0.99^64 = 0.53 is the chance of seeing none", ""),
    /** Below this the evidence that targets follow from features is not told from chance. */
    RELATION_SIGMAS(3, "standard deviations of permuted targets", "Mantel 1967; own reckoning: 1 in 700 by chance", ""),
    /** Fewest examples for that test. */
    RELATION_ROWS(100, "examples", "own reckoning", ""),
    /** Steps of sequences that are zeros at their end. */
    PADDED_SHARE(0.2, "share of the steps", "own reckoning", ""),
    /** Batches of a single class. */
    UNIFORM_SHARE(0.5, "share of the batches", "Bengio 2012, Practical recommendations, section 3.1.1: shuffle", ""),
    /** Share of the targets from which on the most frequent class makes the others rare. */
    LARGEST_CLASS(0.8, "share of the targets", "He and Garcia 2009, Learning from imbalanced data, section 2", ""),
    /** Examples of other classes that a batch has on average: e^-5 is the chance of a batch without any. */
    OTHER_EXAMPLES(5, "examples", "own reckoning", ""),
    /** Batches that are looked at before a repetition is one. */
    REPEATED_BATCHES(20, "batches", "own reckoning", ""),
    /** Mean of a column of the input, in multiples of its standard deviation (of 1, if that is larger). */
    INPUT_OFFSET(3, "standard deviations", "LeCun et al. 1998, Efficient BackProp, section 4.3", ""),
    /** Size of a regression's targets in a run that does not learn. */
    TARGET_RMS(20, "root mean square of a column", "LeCun et al. 1998, Efficient BackProp, section 4.5", ""),
    /** The same before the course of the loss can be judged. */
    TARGET_RMS_AT_ONCE(100, "root mean square of a column", "own reckoning", ""),
    /** Gradient of the regularisation against that of the data, before the first update. */
    PENALTY_RATIO(3, "ratio of norms", "own reckoning", ""),
    /** What is left of regularised weights at the end of a run, against its start. */
    SHRUNK(0.3, "share of the size at the start", "own reckoning", ""),
    /** Share of its input that a layer is trained without. */
    DROPPED(0.7, "share of the values", "Srivastava et al. 2014, Dropout, section A.4: 0.5 to 0.8 are kept", ""),
    /** Values per unit that a batch norm computes its statistics of, in a run that does not learn. */
    NORM_EXAMPLES(
            4, "values per unit", "Wu and He 2018, Group normalization, figure 1: 4 cost some accuracy, 2 more", ""),
    /** What clipping leaves of the gradient. */
    CLIPPED_SHARE(
            0.01, "ratio of norms", "Pascanu et al. 2013, section 5.1: about the usual norm is the threshold", ""),
    /** Distance of the second half of a run under a schedule: less is no training. */
    MOVED_LATER(0.02, "multiples of the norm of the parameters", "own reckoning", ""),
    /** Σ ‖update‖ / ‖parameters‖ of a run whose loss falls, but hardly. */
    MOVED_SLOWLY(0.1, "multiples of the norm of the parameters", "own reckoning", ""),
    /** Σ ‖update‖ / ‖parameters‖ of a run that goes nowhere. */
    MOVED(0.3, "multiples of the norm of the parameters", "own reckoning", ""),
    /** Least fall of the loss, median of the last against the first tenth. */
    LOSS_FALL(0.02, "share of the initial loss", "own reckoning: what batches of 32 differ by in a median of 20", ""),
    /** Median change of the loss from one iteration to the next; at least 1/√(batch size). */
    LOSS_SWING(
            0.25,
            "share of ln C",
            "own reckoning: the loss of an undecided network varies by about ln C per example",
            ""),
    /** Units that died between two observations: a large gradient can move rectifiers off the data. */
    KILLED_SHARE(
            0.25, "share of units", Sources.CS231N + "; own reckoning: above what differs from batch to batch", ""),
    /** Iterations after which running statistics no longer depend on their initial values. */
    RUNNING_ITERATIONS(100, "iterations", Sources.IOFFE + ": 0.9^100 = 3e-5 with DL4J's decay", ""),
    /** Distance between running and batch mean. */
    RUNNING_MEAN_DISTANCE(
            1,
            "standard deviations of the batch",
            Sources.IOFFE + "; own reckoning: the mean of 16 examples strays by 0.25",
            ""),
    /** Distance between running and batch standard deviation: a factor of 2 halves or doubles what the next layer gets. */
    RUNNING_DOUBLINGS(1, "doublings", Sources.IOFFE + "; own reckoning: a factor of 2", "");

    private final double defaultValue;
    private final String unit;
    private final String source;
    private final String measured;

    Limit(double defaultValue, String unit, String source, String measured) {
        this.defaultValue = defaultValue;
        this.unit = unit;
        this.source = source;
        this.measured = measured;
    }

    /** The name in documents, files and settings, such as deadUnitShare. */
    public String label() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words, 1, words.length)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /** The value in {@link Limits#DEFAULT}. */
    public double defaultValue() {
        return defaultValue;
    }

    /** What the value counts or measures. */
    public String unit() {
        return unit;
    }

    /** Where it comes from: a publication, a measurement or a reckoning. */
    public String source() {
        return source;
    }

    /** What was measured on either side of it; empty where it was not chosen by a measurement. */
    public String measured() {
        return measured;
    }

    /** The limit of a name; throws {@link IllegalArgumentException} when there is none. */
    public static Limit of(String label) {
        return Arrays.stream(values())
                .filter(limit -> limit.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no limit \"" + label + "\"; the limits are "
                        + Arrays.stream(values()).map(Limit::label).collect(Collectors.joining(", ")) + "."));
    }

    /** Publications that several limits come from. */
    private static final class Sources {
        static final String MAKEMORE = "Karpathy, Neural networks: zero to hero, makemore part 3";
        static final String GLOROT = "Glorot and Bengio 2010, section 4.2";
        static final String BENGIO = "Bengio, Simard and Frasconi 1994";
        static final String RECALL = "measured on layers that learn to recall the first symbol of a sequence";
        static final String LECUN = "LeCun et al. 1998, Efficient BackProp, section 4.3";
        static final String CS231N = "CS231n, Neural networks part 1, Commonly used activation functions";
        static final String RATIO = "CS231n, Neural networks part 3, Ratio of weights:updates";
        static final String IOFFE = "Ioffe and Szegedy 2015, algorithm 2";
        static final String MEASURED = "measured on the lecture's networks";
    }
}
