package gradientlab.ui.stock;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;

/** Corrects the Model page's data of a layer: other layers' parameters, values that are not finite. */
final class ModelJson {
    private static final String NAMES = "paramNames";

    private ModelJson() {}

    static JsonObject repaired(
            JsonObject data,
            Vertices vertices,
            int vertex,
            StatsReport latest,
            Map<Integer, Map<String, Double>> notFinite) {
        if (data.containsKey("layerInfo")) {
            Set<String> own = parametersOf(vertices, vertex, latest);
            JsonObject magnitudes = data.getJsonObject("meanMag");
            keep(own, magnitudes, "layerParamNames", List.of("ratios", "paramMM", "updateMM"));
            keep(own, data.getJsonObject("learningRates"), NAMES, List.of("lrs"));
            keep(own, data.getJsonObject("paramHist"));
            keep(own, data.getJsonObject("updateHist"));
            putBackMagnitudes(magnitudes, vertices.keys().get(vertex) + "_", notFinite);
            putBackActivations(
                    data.getJsonObject("activations"), vertices.keys().get(vertex), notFinite);
        }
        return data;
    }

    private static Set<String> parametersOf(Vertices vertices, int vertex, StatsReport latest) {
        Map<String, Double> all = latest.getMeanMagnitudes(StatsType.Parameters);
        return all == null
                ? Set.of()
                : all.keySet().stream()
                        .flatMap(entry -> vertices.parameterOf(vertex, entry).stream())
                        .collect(Collectors.toSet());
    }

    private static void keep(Set<String> own, JsonObject chart, String names, List<String> series) {
        if (chart != null && !chart.isEmpty()) {
            keep(own, chart.getJsonArray(names));
            series.forEach(name -> chart.getJsonObject(name).getMap().keySet().retainAll(own));
        }
    }

    private static void keep(Set<String> own, JsonObject histograms) {
        if (histograms != null) {
            keep(own, histograms.getJsonArray(NAMES));
            histograms.getMap().keySet().removeIf(name -> !name.equals(NAMES) && !own.contains(name));
        }
    }

    @SuppressWarnings("unchecked") // Vert.x hands out the raw list; removeIf asks for no element type
    private static void keep(Set<String> own, JsonArray names) {
        names.getList().removeIf(name -> !own.contains(name));
    }

    private static void putBackMagnitudes(
            JsonObject magnitudes, String prefix, Map<Integer, Map<String, Double>> notFinite) {
        JsonArray iterations = magnitudes.getJsonArray("iterCounts");
        Map.of("ratios", NotFinite.RATIOS, "paramMM", NotFinite.PARAMETERS, "updateMM", NotFinite.UPDATES)
                .forEach((chart, series) -> {
                    JsonObject values = magnitudes.getJsonObject(chart);
                    for (String name : values.fieldNames()) {
                        NotFinite.putBack(values.getJsonArray(name), iterations, series + prefix + name, notFinite);
                    }
                });
    }

    private static void putBackActivations(
            JsonObject activations, String key, Map<Integer, Map<String, Double>> notFinite) {
        JsonArray iterations = activations.getJsonArray("iterCount");
        NotFinite.putBack(activations.getJsonArray("mean"), iterations, NotFinite.MEAN_ACTIVATIONS + key, notFinite);
        NotFinite.putBack(
                activations.getJsonArray("stdev"),
                iterations,
                NotFinite.DEVIATIONS + StatsType.Activations + "/" + key,
                notFinite);
    }
}
