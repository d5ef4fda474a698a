package gradientlab.sweep;

import gradientlab.engine.Engine;
import gradientlab.lab.run.Json;
import gradientlab.lab.run.Setting;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a sweep does: which cells there are, how each is trained, and what is measured of it. */
public final class SweepSpec {

    private static final String PROGRAM = "java -jar experiments/target/gradient-lab.jar train";
    private static final Set<Setting> LENGTH = Set.of(Setting.EPOCHS, Setting.BATCHES_PER_EPOCH);

    private final SweepFile asked;
    private final List<SweepAxis> axes;
    private final List<Measure> measures;
    private final Engine engine;
    private final Grid grid;

    /**
     * Checks what is asked for, each value by itself; what cannot be built together is found when the cell is built.
     *
     * @throws IllegalArgumentException naming what is wrong, the rule and the value
     */
    public SweepSpec(SweepFile asked, Engine engine) {
        this.asked = asked;
        this.engine = engine;
        axes = asked.toAxes();
        checkAxes();
        checkLength();
        measures = checkedMeasures();
        grid = new Grid(axes, asked.random(), asked.seedOfRandom());
    }

    /**
     * What {@link #toBytes()} has made of a specification, as another process has received it.
     *
     * @throws IOException if it is no such thing
     */
    public static SweepSpec of(byte[] bytes) throws IOException {
        Sent sent = Json.fromBytes(bytes, Sent.class);
        return new SweepSpec(sent.asked(), Engine.parse(sent.engine()));
    }

    /** A specification on its way to another process. */
    private record Sent(SweepFile asked, String engine) {}

    /** As JSON, for another process. */
    public byte[] toBytes() throws IOException {
        return Json.toCompactBytes(new Sent(asked, engine.label()));
    }

    private void checkAxes() {
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs an axis, such as --axis depth=1..100:10");
        }
        if (base().said().containsKey(Setting.REPEAT)) {
            throw new IllegalArgumentException("a cell is one training: give --axis seed=1..3 in the place of repeat "
                    + base().said().get(Setting.REPEAT));
        }
        boolean scaled = axes.stream().anyMatch(axis -> axis.knob().isPartOfInit());
        boolean other = axes.stream()
                        .anyMatch(axis -> axis.knob().setting() == Setting.INIT
                                && !axis.knob().isPartOfInit())
                || base().said().containsKey(Setting.INIT) && baseInit().scheme() != InitialisationScheme.SCALED;
        if (scaled && other) {
            throw new IllegalArgumentException(
                    "the axes weight-std, weight-variance and bias-std make init scaled:F:S, so"
                            + " that no other init can be given");
        }
        if (axes.stream()
                        .filter(axis -> axis.knob().equals(Knob.WEIGHT_STD)
                                || axis.knob().equals(Knob.WEIGHT_VARIANCE))
                        .count()
                > 1) {
            throw new IllegalArgumentException(
                    "the axes weight-std and weight-variance say the same twice: give one of them");
        }
    }

    private void checkLength() {
        if (asked.steps() == null) {
            return;
        }
        if (asked.steps() < 0) {
            throw new IllegalArgumentException("steps must be at least 0, not " + asked.steps());
        }
        Set<Setting> said = new LinkedHashSet<>(base().said().keySet());
        axes.forEach(axis -> said.add(axis.knob().setting()));
        said.retainAll(LENGTH);
        if (!said.isEmpty()) {
            throw new IllegalArgumentException("steps " + asked.steps() + " and "
                    + said.iterator().next().key() + " both say how long a cell is trained: give one of them");
        }
    }

    private List<Measure> checkedMeasures() {
        List<Measure> named = asked.toMeasures();
        if (named.isEmpty()) {
            return Measure.standard(isTrained());
        }
        if (!isTrained()) {
            named.stream().filter(Measure::needsTraining).findFirst().ifPresent(measure -> {
                throw new IllegalArgumentException("measure " + measure.label() + " needs a training, and steps is 0");
            });
        }
        return named;
    }

    private TrainSettings base() {
        return asked.baseOrNone();
    }

    private Initialisation baseInit() {
        return base().toPlan().spec().initialisation();
    }

    /** Whether cells are trained; otherwise they are looked at as they are when they are fresh. */
    public boolean isTrained() {
        return asked.steps() == null || asked.steps() > 0;
    }

    /** How many cells there are. */
    public int cells() {
        return grid.size();
    }

    List<SweepAxis> axes() {
        return axes;
    }

    List<Measure> measures() {
        return measures;
    }

    Engine engine() {
        return engine;
    }

    /** The values of a cell, counted from 0, on the axes. */
    Map<Knob, Object> point(int cell) {
        return grid.cell(cell);
    }

    /**
     * The plan of a cell.
     *
     * @throws gradientlab.lab.run.SettingException if its settings do not go together
     */
    TrainingPlan plan(int cell) {
        return settings(cell).toPlan();
    }

    /** The folder of the data; null for the bundled ones. */
    public String data() {
        return (String) base().said().get(Setting.DATA);
    }

    private TrainSettings settings(int cell) {
        Map<Setting, Object> said = new EnumMap<>(Setting.class);
        Map<Knob, Object> point = point(cell);
        point.forEach((knob, value) -> said.put(knob.setting(), value));
        if (point.keySet().stream().anyMatch(Knob::isPartOfInit)) {
            said.put(Setting.INIT, scaled(point, gain(said)).toString());
        }
        if (asked.steps() != null && isTrained()) {
            said.put(Setting.EPOCHS, 1);
            said.put(Setting.BATCHES_PER_EPOCH, asked.steps());
        }
        return new TrainSettings(said).orElse(base());
    }

    /** What the axes do not say of it is the base's, or 1 and 0. */
    private Initialisation scaled(Map<Knob, Object> point, double gain) {
        Initialisation before = base().said().containsKey(Setting.INIT) ? baseInit() : Initialisation.scaled(1, 0);
        double factor = point.containsKey(Knob.WEIGHT_VARIANCE)
                ? Math.sqrt((Double) point.get(Knob.WEIGHT_VARIANCE)) / gain
                : (Double) point.getOrDefault(Knob.WEIGHT_STD, before.amount());
        return Initialisation.scaled(factor, (Double) point.getOrDefault(Knob.BIAS_STD, before.biasStd()));
    }

    /** That of the nonlinearity of a cell. */
    private double gain(Map<Setting, Object> said) {
        Map<Setting, Object> activation = new EnumMap<>(Setting.class);
        activation.putAll(base().said());
        activation.putAll(said);
        activation.keySet().retainAll(Set.of(Setting.ACTIVATION));
        return new TrainSettings(activation).toPlan().spec().activation().gain();
    }

    /**
     * Checks that there are batches for the steps that are asked for.
     *
     * @param examples of the training set
     * @throws IllegalArgumentException if a training would come to the end of its pass; the message says how to train longer
     */
    public void requireOnePass(int examples) {
        int batch = axes.stream()
                .filter(axis -> axis.knob().setting() == Setting.BATCH_SIZE)
                .flatMap(axis -> axis.values().stream())
                .mapToInt(size -> (Integer) size)
                .max()
                .orElseGet(() -> base().toPlan().batchSize());
        int most = (examples - 1) / batch + 1;
        if (asked.steps() != null && asked.steps() > most) {
            throw new IllegalArgumentException("steps must be at most " + most + ", the batches of " + batch
                    + " that one pass over " + examples + " examples has, not " + asked.steps()
                    + ": for more give epochs, and batches-per-epoch, in their place");
        }
    }

    /** The command that trains a cell into a run folder. */
    String command(int cell) {
        return PROGRAM + settings(cell).options() + (engine == Engine.AUTO ? "" : " --engine " + engine.label());
    }

    /** What decides the rows and is no setting of the base, by name. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        axes.forEach(axis -> parts.put("axis " + axis.knob().name(), axis.text()));
        parts.put(
                "cells", asked.random() == null ? "all" : asked.random() + ", drawn with seed " + asked.seedOfRandom());
        parts.put("steps", asked.steps() == null ? "those of the epochs" : String.valueOf(asked.steps()));
        parts.put("measures", measures.stream().map(Measure::label).collect(Collectors.joining(",")));
        return parts;
    }

    /** The settings that all cells have in common, as they were said. */
    TrainSettings common() {
        return base();
    }
}
