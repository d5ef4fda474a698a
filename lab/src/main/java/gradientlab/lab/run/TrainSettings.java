package gradientlab.lab.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    /** Copies the map in the order of the settings; throws {@link SettingException} for a value of another kind. */
    public TrainSettings {
        Map<Setting, Object> checked = new EnumMap<>(Setting.class);
        said.forEach((setting, value) -> checked.put(setting, setting.type().of(setting, value)));
        said = java.util.Collections.unmodifiableMap(checked);
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
     * From JSON: an object with any of the settings' keys.
     *
     * @throws IllegalArgumentException for a key that is none; the message lists those there are
     * @throws SettingException for a value of another kind
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TrainSettings ofJson(Map<String, Object> values) {
        Map<Setting, Object> said = new EnumMap<>(Setting.class);
        values.forEach((key, value) -> {
            Setting setting = Setting.of(key).orElseThrow(() -> unknown(key));
            if (said.put(setting, setting.type().of(setting, value)) != null) {
                throw new SettingException(setting, " is given twice, by " + String.join(" and ", setting.keys()));
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
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file");
        }
        try {
            return ofJson(Json.MAPPER.readValue(file.toFile(), new TypeReference<Map<String, Object>>() {}));
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

    /** The value of a setting; the lecture's where it was not said, null for data that are bundled. */
    public Object get(Setting setting) {
        return said.getOrDefault(setting, setting.of(TrainingPlan.LECTURE));
    }

    /**
     * The plan that these settings describe.
     *
     * @throws SettingException naming the setting, the value and what is allowed
     */
    public TrainingPlan toPlan() {
        PlanDraft draft = new PlanDraft();
        atLeastOne(Setting.DEPTH);
        atLeastOne(Setting.WIDTH);
        finite(Setting.OUTPUT_SCALE);
        finite(Setting.LR);
        if ((Double) get(Setting.LR) <= 0) {
            throw new SettingException(Setting.LR, " must be above 0, not " + get(Setting.LR));
        }
        said.forEach((setting, value) -> setting.put(draft, value));
        return draft.build();
    }

    private void atLeastOne(Setting setting) {
        TrainingPlan.atLeastOne((Integer) get(setting), setting);
    }

    private void finite(Setting setting) {
        double value = (Double) get(setting);
        if (!Double.isFinite(value)) {
            throw new SettingException(setting, " must be a finite number, not " + value);
        }
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
