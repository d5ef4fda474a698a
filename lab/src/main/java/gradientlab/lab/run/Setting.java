package gradientlab.lab.run;

import gradientlab.activations.ActivationFunction;
import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.model.HiddenActivations;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.Named;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The settings of a network and its training, one row each: a row gives the option of the command line, the key of a
 * configuration file and of {@code spec} in run.json, the kind of its values, and the component of the plan. What it is stands in
 * {@code setting.properties}.
 */
public enum Setting {
    INIT(
            Key.of("init"),
            SettingType.TEXT,
            "NAME",
            labels(InitialisationScheme.values(), InitialisationScheme::form),
            plan -> plan.spec().initialisation().toString(),
            (draft, value) -> draft.network.initialisation(Initialisation.parse((String) value))),
    OUTPUT_SCALE(
            Key.of("outputScale").formerly("outputGain"),
            SettingType.NUMBER,
            "X",
            List.of(),
            plan -> plan.spec().outputScale(),
            (draft, value) -> draft.network.outputScale((Double) value)),
    ACTIVATION(
            Key.of("activation"),
            SettingType.TEXT,
            "NAME",
            HiddenActivations.ALL.stream().map(ActivationFunction::label).toList(),
            plan -> plan.spec().activation().label(),
            (draft, value) -> draft.network.activation(HiddenActivations.parse((String) value))),
    NORM(
            Key.of("norm"),
            SettingType.TEXT,
            "NAME",
            labels(Normalisation.values(), Named::label),
            plan -> plan.spec().normalisation().label(),
            (draft, value) -> draft.network.normalisation(Normalisation.parse((String) value))),
    NORM_POSITION(
            Key.of("normPosition").formerly("normPlace"),
            SettingType.TEXT,
            "POSITION",
            labels(NormPosition.values(), Named::label),
            plan -> plan.spec().normPosition().label(),
            (draft, value) -> draft.network.normPosition(NormPosition.parse((String) value))),
    HIDDEN_BIAS(
            Key.of("hiddenBias"),
            SettingType.FLAG,
            "true|false",
            List.of(),
            plan -> plan.spec().hiddenBias(),
            (draft, value) -> draft.network.hiddenBias((Boolean) value)) {
        @Override
        public Optional<Object> standard() {
            return Optional.empty();
        }
    },
    DEPTH(
            Key.of("depth"),
            SettingType.COUNT,
            "N",
            List.of(),
            plan -> plan.spec().hidden().size(),
            (draft, value) -> draft.depth = (Integer) value),
    WIDTH(
            Key.of("width"),
            SettingType.COUNT,
            "N",
            List.of(),
            plan -> plan.spec().hidden().get(0),
            (draft, value) -> draft.width = (Integer) value),
    OPTIMIZER(
            Key.of("optimizer"),
            SettingType.TEXT,
            "NAME",
            labels(Optimiser.values(), Named::label),
            plan -> plan.spec().optimiser().label(),
            (draft, value) -> draft.network.optimiser(Optimiser.parse((String) value))),
    LR(
            Key.of("lr"),
            SettingType.POSITIVE,
            "X",
            List.of(),
            plan -> plan.spec().learningRate(),
            (draft, value) -> draft.network.learningRate((Double) value)),
    BATCH_SIZE(
            Key.of("batchSize"),
            SettingType.COUNT,
            "N",
            List.of(),
            TrainingPlan::batchSize,
            (draft, value) -> draft.batchSize = (Integer) value),
    EPOCHS(
            Key.of("epochs"),
            SettingType.COUNT,
            "N",
            List.of(),
            TrainingPlan::epochs,
            (draft, value) -> draft.epochs = (Integer) value),
    BATCHES_PER_EPOCH(
            Key.of("batchesPerEpoch"),
            SettingType.COUNT,
            "N",
            List.of(),
            TrainingPlan::batchesPerEpoch,
            (draft, value) -> draft.batchesPerEpoch = (Integer) value),
    SEED(
            Key.of("seed"),
            SettingType.LONG,
            "N",
            List.of(),
            plan -> plan.spec().seed(),
            (draft, value) -> draft.network.seed((Long) value)),
    REPEAT(
            Key.of("repeat").also("seeds"),
            SettingType.COUNT,
            "N",
            List.of(),
            TrainingPlan::repeat,
            (draft, value) -> draft.repeat = (Integer) value),
    DATA(
            Key.of("data"),
            SettingType.TEXT,
            "DIR",
            List.of(),
            TrainingPlan::data,
            (draft, value) -> draft.data = (String) value);

    private static final Catalogue WORDS = Catalogue.of(Setting.class, "setting");

    private final Key key;
    private final SettingType type;
    private final String placeholder;
    private final List<String> names;
    private final Function<TrainingPlan, Object> ofPlan;
    private final BiConsumer<PlanDraft, Object> intoPlan;

    /**
     * Its names in JSON.
     *
     * @param name the name
     * @param others names that mean the same
     * @param former names that older files have, which are understood and no longer shown
     */
    private record Key(String name, List<String> others, List<String> former) {

        static Key of(String name) {
            return new Key(name, List.of(), List.of());
        }

        Key also(String other) {
            return new Key(name, List.of(other), former);
        }

        Key formerly(String other) {
            return new Key(name, others, List.of(other));
        }
    }

    Setting(
            Key key,
            SettingType type,
            String placeholder,
            List<String> names,
            Function<TrainingPlan, Object> ofPlan,
            BiConsumer<PlanDraft, Object> intoPlan) {
        this.key = key;
        this.type = type;
        this.placeholder = placeholder;
        this.names = names;
        this.ofPlan = ofPlan;
        this.intoPlan = intoPlan;
    }

    private static <T> List<String> labels(T[] rows, Function<T, String> label) {
        return Arrays.stream(rows).map(label).toList();
    }

    /** The setting of a key, by any of its names. */
    static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(row -> row.keys().contains(key)).findFirst();
    }

    /** Its name: the key in JSON. */
    public String key() {
        return key.name();
    }

    /** The option of a key on the command line, such as "--batch-size" of "batchSize". */
    public static String option(String key) {
        return "--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Other names that mean the same. */
    public List<String> otherKeys() {
        return key.others();
    }

    /** Names of older files, which are understood and no longer shown. */
    public List<String> formerKeys() {
        return key.former();
    }

    /** Every name that is understood, its own first. */
    public List<String> keys() {
        return Stream.of(List.of(key.name()), key.others(), key.former())
                .flatMap(List::stream)
                .toList();
    }

    /** The kind of its values. */
    public SettingType type() {
        return type;
    }

    /** What stands for a value in a help text. */
    public String placeholder() {
        return placeholder;
    }

    /**
     * What it is, in one line without a full stop.
     *
     * @param values what is said of the values it can have, where it has names
     */
    public String description(Language language, String values) {
        return WORDS.text(language, "setting." + key(), values);
    }

    /** The names it can have, or their forms; empty where it is a number, a text or a flag. */
    public List<String> names() {
        return names;
    }

    /** What it is where nothing is said; empty where that depends on other settings, and for data that are bundled. */
    public Optional<Object> standard() {
        return Optional.ofNullable(of(TrainingPlan.LECTURE));
    }

    /** Its value in a plan; null for data that are bundled. */
    public Object of(TrainingPlan plan) {
        return ofPlan.apply(plan);
    }

    /**
     * A value of the kind that this setting has, and one that it can have.
     *
     * @param name how the setting was called, for the message
     * @param value as JSON or a command line has it
     * @throws SettingException if it is of another kind, out of range, or an unknown name
     */
    Object checked(String name, Object value) {
        Object converted = type.of(name, value);
        try {
            put(new PlanDraft(), converted);
        } catch (IllegalArgumentException e) {
            throw new SettingException(name, ": " + e.getMessage(), e);
        }
        return converted;
    }

    /** Puts a value that was {@linkplain #checked checked} into a plan. */
    void put(PlanDraft draft, Object value) {
        intoPlan.accept(draft, value);
    }
}
