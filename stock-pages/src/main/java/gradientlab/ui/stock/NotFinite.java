package gradientlab.ui.stock;

import io.vertx.core.json.JsonArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;

/**
 * The values of a run's reports that are not finite, which DL4J's JSON has turned into 0.
 *
 * <p>Each report is read once. A series is named as in the stock JSON, such as {@code updateRatios/0_W}.
 */
final class NotFinite {
    static final String SCORES = "scores";
    static final String RATIOS = "updateRatios/";
    static final String PARAMETERS = "paramMM/";
    static final String UPDATES = "updateMM/";
    static final String MEAN_ACTIVATIONS = "meanActivations/";
    static final String DEVIATIONS = "stdev";

    // A session's worker with the storage it is in: another storage may hold a session of the same name.
    private final Map<Shown, Series> runs = new HashMap<>();

    private static final class Series {
        private final Map<Integer, Map<String, Double>> byIteration = new HashMap<>();
        private long readUpTo;
    }

    /** By iteration and series; iterations without such values are missing. */
    Map<Integer, Map<String, Double>> of(Shown shown) {
        Series series = runs.computeIfAbsent(shown, run -> new Series());
        for (StatsReport report : shown.after(series.readUpTo)) {
            series.readUpTo = report.getTimeStamp();
            Map<String, Double> values = of(report);
            if (!values.isEmpty()) {
                series.byIteration.put(report.getIterationCount(), values);
            }
        }
        return series.byIteration;
    }

    /** Puts them back, as strings, into a list of the stock JSON that holds one value for each iteration. */
    @SuppressWarnings("unchecked") // Vert.x hands out the raw list of a JSON array, which may hold strings
    static void putBack(
            JsonArray values, JsonArray iterations, String series, Map<Integer, Map<String, Double>> notFinite) {
        for (int i = 0; i < Math.min(values.size(), iterations.size()); i++) {
            Double value =
                    notFinite.getOrDefault(iterations.getInteger(i), Map.of()).get(series);
            if (value != null) {
                values.getList().set(i, String.valueOf(value));
            }
        }
    }

    private static Map<String, Double> of(StatsReport report) {
        var found = new HashMap<String, Double>();
        put(found, SCORES, report.getScore());
        for (StatsType type : new StatsType[] {StatsType.Activations, StatsType.Gradients, StatsType.Updates}) {
            putAll(found, DEVIATIONS + type + "/", report.getStdev(type));
        }
        putAll(found, MEAN_ACTIVATIONS, report.getMean(StatsType.Activations));
        Map<String, Double> parameters = report.getMeanMagnitudes(StatsType.Parameters);
        Map<String, Double> updates = report.getMeanMagnitudes(StatsType.Updates);
        putAll(found, PARAMETERS, parameters);
        putAll(found, UPDATES, updates);
        putAll(found, RATIOS, ratios(updates, parameters));
        return found;
    }

    private static Map<String, Double> ratios(Map<String, Double> updates, Map<String, Double> parameters) {
        var ratios = new HashMap<String, Double>();
        if (updates != null && parameters != null) {
            updates.forEach((name, update) -> ratios.put(name, update / parameters.getOrDefault(name, Double.NaN)));
        }
        return ratios;
    }

    private static void putAll(Map<String, Double> found, String prefix, Map<String, Double> values) {
        Objects.requireNonNullElse(values, Map.<String, Double>of())
                .forEach((name, value) -> put(found, prefix + name, value));
    }

    private static void put(Map<String, Double> found, String series, double value) {
        if (!Double.isFinite(value)) {
            found.put(series, value);
        }
    }
}
