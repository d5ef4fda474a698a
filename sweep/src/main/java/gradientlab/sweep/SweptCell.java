package gradientlab.sweep;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.SmallFile;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finished cell, read back from results.csv.
 *
 * @param plan of the cell, as its command says
 * @param measures every number that was measured of it, by name; NaN where it could not be told
 */
public record SweptCell(TrainingPlan plan, Map<String, Double> measures) {

    private static final String FILE = "results.csv";
    private static final Pattern OPTION = Pattern.compile(" --([a-z0-9-]+) (?:\"([^\"]*)\"|(\\S+))");

    /** Copies the map. */
    public SweptCell {
        measures = Map.copyOf(measures);
    }

    /** Whether a folder holds the table of a sweep. */
    public static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * The cells of a sweep in the order of its table, those without an error.
     *
     * @throws IOException if the table is missing or none of a sweep; the message names it, and the line
     */
    public static List<SweptCell> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        List<List<String>> lines = CsvLine.all(new String(SmallFile.bytes(file), StandardCharsets.UTF_8));
        List<String> columns = lines.isEmpty() ? List.of() : lines.get(0);
        if (!columns.contains(ResultsCsv.ERROR) || !columns.contains(ResultsCsv.COMMAND)) {
            throw new IOException(file + ": is not the table of a sweep, which has the columns " + ResultsCsv.ERROR
                    + " and " + ResultsCsv.COMMAND);
        }
        Map<TrainSettings, TrainingPlan> plans = new HashMap<>();
        List<SweptCell> cells = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                of(columns, lines.get(i), plans).ifPresent(cells::add);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return cells;
    }

    /** Empty for a cell with an error. */
    private static Optional<SweptCell> of(
            List<String> columns, List<String> line, Map<TrainSettings, TrainingPlan> plans) {
        if (line.size() != columns.size()) {
            throw new IllegalArgumentException("has " + line.size() + " cells, not " + columns.size());
        }
        if (!line.get(columns.indexOf(ResultsCsv.ERROR)).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            int column = columns.indexOf(measure.label());
            if (column >= 0 && measure.isNumber()) {
                measures.put(measure.label(), Double.valueOf(line.get(column)));
            }
        }
        TrainSettings settings = settings(line.get(columns.indexOf(ResultsCsv.COMMAND)));
        return Optional.of(new SweptCell(plans.computeIfAbsent(settings, TrainSettings::toPlan), measures));
    }

    /** What the options of a command say, but for the engine, which is no setting. */
    private static TrainSettings settings(String command) {
        Map<Setting, Object> said = new EnumMap<>(Setting.class);
        Matcher options = OPTION.matcher(command);
        while (options.find()) {
            String name = options.group(1);
            String value = options.group(2) != null ? options.group(2) : options.group(3);
            Arrays.stream(Setting.values())
                    .filter(setting -> Setting.option(setting.key()).equals("--" + name))
                    .forEach(setting -> said.put(
                            setting,
                            setting == Setting.DATA ? value : Knob.named(name).value(value)));
        }
        return new TrainSettings(said);
    }
}
