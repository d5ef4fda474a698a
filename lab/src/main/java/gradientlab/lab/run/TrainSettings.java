package gradientlab.lab.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of a training that somebody has said: on the command line, in a configuration file, or as the {@code spec}
 * of run.json. What is not said is the lecture's.
 *
 * @param said the value of each setting that was said; never null
 */
public record TrainSettings(Map<Setting, Object> said) {

    /** Nothing said. */
    public static final TrainSettings NONE = new TrainSettings(Map.of());

    private static final ObjectReader FILE = Json.MAPPER
            .readerFor(new TypeReference<Map<String, Object>>() {})
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    /** Copies the map in the order of the settings; throws {@link SettingException} for a value that one cannot have. */
    public TrainSettings {
        Map<Setting, Object> checked = new EnumMap<>(Setting.class);
        said.forEach((setting, value) -> checked.put(setting, setting.checked(setting.key(), value)));
        said = Collections.unmodifiableMap(checked);
    }

    /** Every setting of a plan, as run.json keeps it. */
    public static TrainSettings of(TrainingPlan plan) {
        Map<Setting, Object> said = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            Object value = setting.of(plan);
            if (value != null) {
                said.put(setting, value);
            }
        }
        return new TrainSettings(said);
    }

    /**
     * From values by keys: what JSON holds, and what a command line gives. A value that is null is not said.
     *
     * @throws IllegalArgumentException for a key that is none; the message lists those there are
     * @throws SettingException for a value that the setting cannot have, and for a setting given under two of its names
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TrainSettings of(Map<String, Object> values) {
        Map<Setting, Object> said = new EnumMap<>(Setting.class);
        values.forEach((key, value) -> {
            Setting setting = Setting.of(key).orElseThrow(() -> unknown(key));
            if (value != null && said.put(setting, setting.checked(key, value)) != null) {
                throw new SettingException(key, " is given twice, under two of its names");
            }
        });
        return new TrainSettings(said);
    }

    private static IllegalArgumentException unknown(String key) {
        String known = Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
        return new IllegalArgumentException("unknown key '" + key + "': use " + known);
    }

    /** As JSON: the values by their keys, in the order of the settings. */
    @JsonValue
    public Map<String, Object> toJson() {
        Map<String, Object> values = new LinkedHashMap<>();
        said.forEach((setting, value) -> values.put(setting.key(), value));
        return values;
    }

    /**
     * Reads a configuration file.
     *
     * @throws IOException if it is missing or not such an object; the message names file, key and what is allowed
     */
    public static TrainSettings read(Path file) throws IOException {
        byte[] bytes = SmallFile.bytes(file);
        try {
            Map<String, Object> values = FILE.readValue(bytes);
            if (values == null) {
                throw new IOException(file + ": not a JSON object: null");
            }
            return of(values);
        } catch (JsonProcessingException e) {
            String first = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new IOException(file + ": not a JSON object: " + first, e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** These settings, and what the others say where these say nothing. */
    public TrainSettings orElse(TrainSettings others) {
        Map<Setting, Object> both = new EnumMap<>(Setting.class);
        both.putAll(others.said);
        both.putAll(said);
        return new TrainSettings(both);
    }

    /** As options of the command {@code train}, each after a space; in quotation marks where a value holds a space. */
    public String options() {
        return said.entrySet().stream()
                .map(each -> " " + Setting.option(each.getKey().key()) + " " + quoted(String.valueOf(each.getValue())))
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return value.contains(" ") ? '"' + value + '"' : value;
    }

    /**
     * The plan that these settings describe.
     *
     * @throws SettingException if the normalisation cannot split layers of the width; any other value is checked already
     */
    public TrainingPlan toPlan() {
        PlanDraft draft = new PlanDraft();
        said.forEach((setting, value) -> setting.put(draft, value));
        return draft.build();
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
