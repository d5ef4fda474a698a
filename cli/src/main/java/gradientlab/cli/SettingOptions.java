package gradientlab.cli;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** The settings of a network and its training as options of a command, one option for each row of {@link Setting}. */
final class SettingOptions {

    private final Map<Setting, Object> said = new EnumMap<>(Setting.class);
    private final Map<Setting, String> descriptions = new EnumMap<>(Setting.class);

    private SettingOptions(Collection<Setting> settings) {
        settings.forEach(setting -> descriptions.put(setting, description(setting)));
    }

    /** All of them. */
    static SettingOptions all() {
        return new SettingOptions(EnumSet.allOf(Setting.class));
    }

    /** Some of them. */
    static SettingOptions of(Setting... settings) {
        return new SettingOptions(java.util.List.of(settings));
    }

    /** The same with another description of a setting, which means something else in this command. */
    SettingOptions describing(Setting setting, String description) {
        descriptions.put(setting, description);
        return this;
    }

    /** Adds the options to a command; what is given for them is in {@link #said} once the command line is parsed. */
    void addTo(CommandSpec spec) {
        descriptions.forEach((setting, description) -> spec.addOption(option(setting, description)));
    }

    private OptionSpec option(Setting setting, String description) {
        String[] names = setting.keys().stream().map(SettingOptions::option).toArray(String[]::new);
        ISetter setter = new ISetter() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T set(T value) {
                return (T) (value == null ? said.remove(setting) : said.put(setting, value));
            }
        };
        return OptionSpec.builder(names)
                .type(setting.type().valueClass())
                .arity("1")
                .paramLabel(setting.placeholder())
                .description(description)
                .completionCandidates(setting.names())
                .setter(setter)
                .build();
    }

    private static String description(Setting setting) {
        String values = String.join(", ", setting.names());
        String description = setting.description().replace("%s", values);
        Object lectures = setting.of(TrainingPlan.LECTURE);
        boolean own = setting == Setting.HIDDEN_BIAS || lectures == null;
        return description + (own ? "." : " (default " + text(lectures) + ").");
    }

    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }

    /** The option of a setting's key, such as "--batch-size" of "batchSize". */
    static String option(String key) {
        return "--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** What was given. */
    TrainSettings said() {
        return new TrainSettings(said);
    }
}
