package gradientlab.sweep;

import gradientlab.lab.run.Json;
import gradientlab.lab.run.TrainSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is asked of a sweep, as a JSON file holds it; what is null is not said.
 *
 * @param base the settings that all cells have in common
 * @param axes what is varied: by the name of each axis a list of values, or a text as {@link SweepAxis#of} reads it
 * @param random how many cells to draw; null for all
 * @param randomSeed the seed of the drawing, 1 where it is not said
 * @param steps of each training, within one pass over the examples; 0 to look at fresh networks; null for the epochs of the
 *     plan
 * @param measures names of rows of {@link Measure}; null for the usual ones
 */
public record SweepFile(
        TrainSettings base,
        Map<String, Object> axes,
        Integer random,
        Long randomSeed,
        Integer steps,
        List<String> measures) {

    /** Nothing said. */
    public static final SweepFile NONE = new SweepFile(null, null, null, null, null, null);

    /**
     * Reads a file.
     *
     * @throws IOException if it is missing or no such JSON; the message names the file, the key and what is allowed
     */
    public static SweepFile read(Path file) throws IOException {
        SweepFile asked = Json.readByHand(file, SweepFile.class);
        try {
            asked.toAxes();
            asked.toMeasures();
            return asked;
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * These, and what the others say where these say nothing; axes of both, and settings of both. An axis of these takes
     * the place of the others' axis of the same name, and so does a setting.
     */
    public SweepFile orElse(SweepFile others) {
        Map<String, Object> both = new LinkedHashMap<>();
        others.axesOrNone().forEach((name, values) -> {
            if (!isSettled(name)) {
                String own = ownName(name);
                both.put(own, axesOrNone().getOrDefault(own, values));
            }
        });
        axesOrNone().forEach(both::putIfAbsent);
        return new SweepFile(
                baseOrNone().orElse(others.baseOrNone()),
                both,
                random == null ? others.random : random,
                randomSeed == null ? others.randomSeed : randomSeed,
                steps == null ? others.steps : steps,
                measures == null || measures.isEmpty() ? others.measures : measures);
    }

    /** Whether these say of the setting of an axis of the others what all cells have. */
    private boolean isSettled(String axis) {
        Knob knob = Knob.named(axis);
        return !knob.isPartOfInit() && baseOrNone().said().containsKey(knob.setting());
    }

    /** What these call an axis of the others, or its name where they have none such. */
    private String ownName(String axis) {
        return axesOrNone().keySet().stream()
                .filter(own -> Knob.named(own).equals(Knob.named(axis)))
                .findFirst()
                .orElse(axis);
    }

    TrainSettings baseOrNone() {
        return base == null ? TrainSettings.NONE : base;
    }

    private Map<String, Object> axesOrNone() {
        return axes == null ? Map.of() : axes;
    }

    long seedOfRandom() {
        return Objects.requireNonNullElse(randomSeed, 1L);
    }

    /** @throws IllegalArgumentException if there is no such knob, two axes are of one, or a value cannot be */
    List<SweepAxis> toAxes() {
        List<SweepAxis> made = new ArrayList<>();
        axesOrNone().forEach((name, values) -> {
            SweepAxis axis = axis(name, values);
            if (made.stream().anyMatch(other -> other.knob().equals(axis.knob()))) {
                throw new IllegalArgumentException("axis " + axis.knob().name() + " is given twice");
            }
            made.add(axis);
        });
        return made;
    }

    /** @throws IllegalArgumentException if there is no such measure */
    List<Measure> toMeasures() {
        return measures == null
                ? List.of()
                : measures.stream().map(Measure::named).distinct().toList();
    }

    private static SweepAxis axis(String name, Object values) {
        return values instanceof List<?> list
                ? SweepAxis.of(name, list.stream().map(String::valueOf).toList())
                : SweepAxis.of(name, String.valueOf(values));
    }
}
