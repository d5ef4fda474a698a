package gradientlab.cli;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.SettingType;
import gradientlab.lab.run.TrainSettings;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The settings of a network and its training as options of a command, one option for each name of each row of
 * {@link Setting}; those of older files are understood and not shown.
 */
final class SettingOptions {

    private final Map<String, Object> given = new LinkedHashMap<>();
    private final Collection<Setting> settings;
    private final Map<Setting, String> meanings = new EnumMap<>(Setting.class);
    private final Map<Setting, Object> defaults = new EnumMap<>(Setting.class);

    private SettingOptions(Collection<Setting> settings) {
        this.settings = settings;
    }

    /** All of them. */
    static SettingOptions all() {
        return new SettingOptions(EnumSet.allOf(Setting.class));
    }

    /** Some of them. */
    static SettingOptions of(Setting... settings) {
        return new SettingOptions(List.of(settings));
    }

    /**
     * The same with a setting that means something else in this command, and is something else where it is not given.
     *
     * @param meaning a key of the help
     */
    SettingOptions meaning(Setting setting, String meaning, Object value) {
        meanings.put(setting, meaning);
        defaults.put(setting, value);
        return this;
    }

    /** Adds the options to a command; what is given for them is in {@link #said} once the command line is parsed. */
    void addTo(CommandSpec spec, Terminal terminal) {
        settings.forEach(setting -> {
            spec.addOption(option(setting, setting.key(), description(setting, terminal))
                    .build());
            String same = terminal.help("option.same", option(setting.key()));
            setting.otherKeys()
                    .forEach(key -> spec.addOption(option(setting, key, same).build()));
            setting.formerKeys()
                    .forEach(key -> spec.addOption(
                            option(setting, key, same).hidden(true).build()));
        });
    }

    private String description(Setting setting, Terminal terminal) {
        String text = meanings.containsKey(setting)
                ? terminal.help(meanings.get(setting))
                : setting.description(terminal.language(), String.join(", ", setting.names()));
        Object value = defaults.getOrDefault(setting, setting.standard().orElse(null));
        return value == null
                ? terminal.help("option.no-default", text)
                : terminal.help("option.default", text, shown(value));
    }

    private OptionSpec.Builder option(Setting setting, String key, String description) {
        ISetter setter = new ISetter() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T set(T value) {
                return (T) (value == null ? given.remove(key) : given.put(key, value));
            }
        };
        return OptionSpec.builder(option(key))
                .type(setting.type().valueClass())
                .arity("1")
                .converters(text -> converted(setting.type(), text))
                .paramLabel(setting.placeholder())
                .description(description)
                .completionCandidates(setting.names())
                .setter(setter);
    }

    /** @throws TypeConversionException with what the setting needs */
    private static Object converted(SettingType type, String text) {
        try {
            return type.ofText(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static String shown(Object value) {
        boolean whole = value instanceof Double number && number == Math.rint(number);
        return String.valueOf(whole ? (Object) ((Double) value).longValue() : value);
    }

    /** The option of a setting's key, such as "--batch-size" of "batchSize". */
    static String option(String key) {
        return Setting.option(key);
    }

    /**
     * What was given, and the defaults of this command where nothing was.
     *
     * @throws gradientlab.lab.run.SettingException for a value that the setting cannot have
     */
    TrainSettings said() {
        return given().orElse(new TrainSettings(defaults));
    }

    /**
     * What was given alone.
     *
     * @throws gradientlab.lab.run.SettingException for a value that the setting cannot have
     */
    TrainSettings given() {
        return TrainSettings.of(given);
    }
}
