package gradientlab.ui.web;

import gradientlab.ui.stock.Shown;
import gradientlab.ui.stock.Vertices;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.stats.api.Histogram;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;

/** What the Model tab shows beside its own: the histograms of a layer's activations and gradients. */
public final class ModelTab {
    private ModelTab() {}

    /**
     * The answer to {@code GET /gradients/api/model}, from the session's newest report.
     *
     * <p>A histogram has {@code low}, {@code high}, {@code counts}, {@code mean} and {@code std}. DL4J makes none of an
     * array with values that are not finite: {@code low} and {@code high} are then {@code "NaN"}, {@code counts} is empty,
     * and {@code mean} and {@code std} are what DL4J says, as strings where they are not finite. {@code activations} is
     * null where it reports none.
     *
     * @param storages where the session is looked for
     * @param layer its place on the Model page, where the input has 0, or its name; digits are a place
     * @throws NoSuchElementException with one sentence, if there is no such session, report or layer
     */
    public static JsonObject histograms(List<StatsStorage> storages, String session, String layer) {
        Shown shown = workers(storages, session)
                .filter(worker -> worker.latest().isPresent())
                .max(Comparator.comparingLong(
                        worker -> worker.latest().orElseThrow().getTimeStamp()))
                .orElseThrow(() -> new NoSuchElementException("There is no report of a session '" + session + "'."));
        Vertices vertices = shown.start()
                .map(Vertices::of)
                .orElseThrow(() -> new NoSuchElementException("The network of session '" + session + "' is unknown."));
        int place = vertices.find(layer)
                .orElseThrow(() -> new NoSuchElementException("Session '" + session + "' has no layer '" + layer
                        + "'; its layers are " + vertices.names() + "."));
        return histograms(shown.latest().orElseThrow(), vertices, place);
    }

    private static Stream<Shown> workers(List<StatsStorage> storages, String session) {
        return IntStream.iterate(0, place -> Shown.of(storages, session, place).isPresent(), place -> place + 1)
                .mapToObj(place -> Shown.of(storages, session, place).orElseThrow());
    }

    private static JsonObject histograms(StatsReport report, Vertices vertices, int place) {
        var gradients = new JsonObject();
        named(report, StatsType.Gradients)
                .forEach((entry, histogram) -> vertices.parameterOf(place, entry)
                        .ifPresent(
                                name -> gradients.put(name, histogram(report, StatsType.Gradients, entry, histogram))));
        String key = vertices.keys().get(place);
        Histogram activations = named(report, StatsType.Activations).get(key);
        return new JsonObject()
                .put("iteration", report.getIterationCount())
                .put("layer", vertices.names().get(place))
                .put(
                        "activations",
                        activations == null ? null : histogram(report, StatsType.Activations, key, activations))
                .put("gradients", gradients);
    }

    private static Map<String, Histogram> named(StatsReport report, StatsType type) {
        Map<String, Histogram> histograms = report.getHistograms(type);
        return histograms == null ? Map.of() : histograms;
    }

    private static JsonObject histogram(StatsReport report, StatsType type, String entry, Histogram histogram) {
        boolean finite = Double.isFinite(histogram.getMax() - histogram.getMin());
        return new JsonObject()
                .put("low", number(finite ? histogram.getMin() : Double.NaN))
                .put("high", number(finite ? histogram.getMax() : Double.NaN))
                .put("counts", finite ? counts(histogram) : new JsonArray())
                .put("mean", number(of(report.getMean(type), entry)))
                .put("std", number(of(report.getStdev(type), entry)));
    }

    private static JsonArray counts(Histogram histogram) {
        var counts = new JsonArray();
        IntStream.of(histogram.getBinCounts()).forEach(counts::add);
        return counts;
    }

    private static double of(Map<String, Double> values, String entry) {
        return values == null ? Double.NaN : values.getOrDefault(entry, Double.NaN);
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : String.valueOf(value);
    }
}
