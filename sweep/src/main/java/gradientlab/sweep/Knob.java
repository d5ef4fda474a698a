package gradientlab.sweep;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.SettingException;
import gradientlab.lab.run.SettingType;
import gradientlab.lab.run.TrainSettings;
import gradientlab.language.Language;
import gradientlab.model.Initialisation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an axis varies: a setting, or a number of the initialisation {@code scaled:F:S}.
 *
 * @param name as on the command line, without dashes in front
 * @param setting the setting that it decides
 * @param type the kind of its values
 * @param meaning in one line without a full stop
 * @param unit empty where it has none
 */
public record Knob(String name, Setting setting, SettingType type, String meaning, String unit) {

    /** F of {@code scaled:F:S}. */
    public static final Knob WEIGHT_STD = new Knob(
            "weight-std",
            Setting.INIT,
            SettingType.NUMBER,
            "Standard deviation of the hidden weights: F of init scaled:F:S",
            "gain/sqrt(fan-in)");

    /** The same as a variance, and without the gain of the nonlinearity: the σw² of mean field theory. */
    public static final Knob WEIGHT_VARIANCE = new Knob(
            "weight-variance",
            Setting.INIT,
            SettingType.NUMBER,
            "Variance of the hidden weights times their fan-in: (F * gain)^2 of init scaled:F:S",
            "");

    /** S of {@code scaled:F:S}. */
    public static final Knob BIAS_STD = new Knob(
            "bias-std",
            Setting.INIT,
            SettingType.NUMBER,
            "Standard deviation of the hidden biases: S of init scaled:F:S",
            "");

    /** The seed: what a summary takes mean and standard deviation over. */
    public static final Knob SEED = of(Setting.SEED);

    /** A cell is one training, on the data of the sweep. */
    private static final Set<Setting> FIXED = EnumSet.of(Setting.REPEAT, Setting.DATA);

    private static final List<Knob> ALL = Stream.concat(
                    Arrays.stream(Setting.values())
                            .filter(setting -> !FIXED.contains(setting))
                            .map(Knob::of),
                    Stream.of(WEIGHT_STD, WEIGHT_VARIANCE, BIAS_STD))
            .toList();

    private static Knob of(Setting setting) {
        String values = "before or after";
        String meaning = setting.description(Language.ENGLISH, values).replace(": " + values, "");
        return new Knob(optionName(setting.key()), setting, setting.type(), meaning, "");
    }

    private static String optionName(String key) {
        return Setting.option(key).substring(2);
    }

    /**
     * The knob of a name: an option's name without dashes in front, or a key of a configuration file.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Knob named(String name) {
        return ALL.stream()
                .filter(knob -> knob.hasName(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("axis " + name + ": there is no such setting to vary; use "
                                + ALL.stream().map(Knob::name).collect(Collectors.joining(", "))));
    }

    private boolean hasName(String asked) {
        return optionName(asked).equals(name)
                || !isPartOfInit()
                        && setting.keys().stream()
                                .anyMatch(key -> optionName(key).equals(optionName(asked)));
    }

    /** Whether it is a number of {@code scaled:F:S}. */
    public boolean isPartOfInit() {
        return type == SettingType.NUMBER && setting == Setting.INIT;
    }

    /** Whether its values are numbers. */
    public boolean isNumeric() {
        return switch (type) {
            case COUNT, LONG, NUMBER, POSITIVE -> true;
            case TEXT, FLAG -> false;
        };
    }

    /** Whether its values are whole numbers. */
    boolean isWhole() {
        return type == SettingType.COUNT || type == SettingType.LONG;
    }

    /**
     * A value of the kind that it has, and one that it can have.
     *
     * @throws IllegalArgumentException naming the axis, the rule and the value
     */
    Object value(String text) {
        Object value = converted(text);
        try {
            if (isPartOfInit()) {
                Initialisation.scaled((Double) value, 0);
            } else {
                TrainSettings.of(Map.of(setting.key(), value));
            }
            return value;
        } catch (SettingException e) {
            throw new IllegalArgumentException("axis " + name + e.rule(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("axis " + name + " must be at least 0, not " + text, e);
        }
    }

    private Object converted(String text) {
        try {
            return switch (type) {
                case TEXT -> text;
                case COUNT -> Integer.valueOf(text);
                case LONG -> Long.valueOf(text);
                case NUMBER, POSITIVE -> finite(text);
                case FLAG -> flag(text);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "axis " + name + " needs " + (isWhole() ? "whole numbers" : "numbers") + ", not '" + text + "'", e);
        }
    }

    private static Double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("axis " + name + " needs true or false, not '" + text + "'");
        }
        return Boolean.valueOf(text);
    }
}
