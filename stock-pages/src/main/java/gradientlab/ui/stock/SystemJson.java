package gradientlab.ui.stock;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;
import org.deeplearning4j.ui.model.stats.api.StatsReport;

/** Corrects the System page's data: adds the iteration of each of its points. */
final class SystemJson {
    private SystemJson() {}

    static JsonObject repaired(JsonObject data, Shown shown) {
        JsonObject machines = data.getJsonObject("memory");
        for (String machine : machines.fieldNames()) {
            JsonObject memory = machines.getJsonObject(machine);
            memory.put("iterations", iterations(memory.getJsonArray("times"), shown));
        }
        return data;
    }

    // A point without a report of its own, such as another worker's, stands at its place in the list, as DL4J has it.
    private static JsonArray iterations(JsonArray times, Shown shown) {
        var iterations = new JsonArray();
        if (!times.isEmpty()) {
            Map<Long, Integer> known = shown.after(times.getLong(0) - 1).stream()
                    .collect(Collectors.toMap(StatsReport::getTimeStamp, StatsReport::getIterationCount, (a, b) -> a));
            for (int i = 0; i < times.size(); i++) {
                iterations.add(known.getOrDefault(times.getLong(i), i));
            }
        }
        return iterations;
    }
}
