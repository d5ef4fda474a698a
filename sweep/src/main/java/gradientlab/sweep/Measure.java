package gradientlab.sweep;

import gradientlab.diagnostics.judge.Severity;
import gradientlab.lab.run.MlpCapture;
import gradientlab.language.Language;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is measured of a cell, one row each: its name, its unit, what it means, and how it is read from the cell. */
public enum Measure {
    FIRST_LOSS(
            "first-loss",
            "nats",
            Source.FRESH,
            cell -> cell.losses().isEmpty()
                    ? cell.fresh().loss()
                    : cell.losses().get(0)),
    LAST_LOSS(
            "last-loss",
            "nats",
            Source.TRAINED,
            cell -> cell.losses().get(cell.losses().size() - 1)),
    TEST_LOSS("test-loss", "nats", Source.TESTED, cell -> cell.firstTest().loss()),
    TEST_ACCURACY(
            "test-accuracy", "share", Source.TESTED_ON_ALL, cell -> cell.test().accuracy()),
    DELTA_RATIO("delta-ratio", "ratio", Source.FRESH, cell -> deltaStd(cell, 1) / deltaStd(cell, cell.depth())),
    SIGNAL("signal", "ratio", Source.FRESH, cell -> signalStd(cell, cell.depth()) / signalStd(cell, 1)),
    SATURATED_SHARE(
            "saturated-share",
            "share",
            Source.FRESH,
            cell -> cell.inside(cell.fresh()).saturatedShare()),
    SATURATED_SHARE_END(
            "saturated-share-end",
            "share",
            Source.END,
            cell -> cell.inside(cell.end()).saturatedShare()),
    DEAD_SHARE(
            "dead-share",
            "share",
            Source.END,
            cell -> (double) cell.inside(cell.end()).deadUnits() / cell.units()),
    FINDINGS(
            "findings",
            "",
            Source.JUDGED,
            cell -> cell.findings().stream()
                    .filter(finding -> finding.severity() == Severity.FAULT)
                    .map(finding -> finding.rule().label())
                    .distinct()
                    .collect(Collectors.joining(","))),
    DIVERGED_AT(
            "diverged-at",
            "step",
            Source.TRAINED,
            cell -> Double.isFinite(cell.losses().get(cell.losses().size() - 1))
                    ? Double.NaN
                    : (double) cell.losses().size()),
    SECONDS("seconds", "s", Source.FRESH, CellResult::seconds);

    /** What has to be done for a measure, beyond the network and its first batch. */
    enum Source {
        /** A pass over the first batch. */
        FRESH,
        /** That, and the rules. */
        JUDGED,
        /** The training. */
        TRAINED,
        /** A pass over the first test examples, after the training if there is one. */
        TESTED,
        /** A pass over all test examples, after the training if there is one. */
        TESTED_ON_ALL,
        /** The training, and a pass over 1,000 training examples. */
        END
    }

    private static final Set<Source> WITH_TRAINING = EnumSet.of(Source.TRAINED, Source.END);
    private static final Set<Source> OF_FRESH_NETWORKS = EnumSet.of(Source.FRESH, Source.JUDGED);

    private final String label;
    private final String unit;
    private final Source source;
    private final Function<CellResult, Object> value;

    Measure(String label, String unit, Source source, Function<CellResult, Object> value) {
        this.label = label;
        this.unit = unit;
        this.source = source;
        this.value = value;
    }

    private static double deltaStd(CellResult cell, int layer) {
        return MlpCapture.std(
                cell.inside(cell.fresh()).nonlinearity(layer).delta().values());
    }

    private static double signalStd(CellResult cell, int layer) {
        return MlpCapture.std(
                cell.inside(cell.fresh()).affine(layer).activation().values());
    }

    /**
     * The measure of a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Measure named(String name) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("measure " + name + ": there is no such measure; use "
                        + Arrays.stream(values()).map(Measure::label).collect(Collectors.joining(", "))));
    }

    /**
     * Those that are taken where nothing is said: all but the time; of fresh networks those that need no training and no
     * test examples.
     */
    static List<Measure> standard(boolean trained) {
        return Arrays.stream(values())
                .filter(measure -> measure != SECONDS)
                .filter(measure -> trained || OF_FRESH_NETWORKS.contains(measure.source))
                .toList();
    }

    /** Its name. */
    public String label() {
        return label;
    }

    /** Its unit; empty for a text. */
    public String unit() {
        return unit;
    }

    /** What it is, in one sentence. */
    public String meaning(Language language) {
        return SweepReport.WORDS.text(language, "measure." + label);
    }

    Source source() {
        return source;
    }

    /** Whether there has to be a step. */
    boolean needsTraining() {
        return WITH_TRAINING.contains(source);
    }

    /** Whether it is a number and no text. */
    boolean isNumber() {
        return this != FINDINGS;
    }

    /** Whether it is positive and spans decades, so that its logarithm is drawn. */
    boolean isLogarithmic() {
        return this == DELTA_RATIO || this == SIGNAL;
    }

    /** Its value: a number as Java writes it, or a text. */
    String of(CellResult cell) {
        return String.valueOf(value.apply(cell));
    }
}
