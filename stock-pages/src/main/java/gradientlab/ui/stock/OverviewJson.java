package gradientlab.ui.stock;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.core.storage.Persistable;

/** Corrects the Overview page's data: values that are not finite, start time and total run time. */
final class OverviewJson {
    // As DL4J writes the time of the last update, the line below it.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final List<String> CHARTS =
            List.of("updateRatios", "stdevActivations", "stdevGradients", "stdevUpdates");
    private static final int START_TIME = 0;
    private static final int TOTAL_RUN_TIME = 1;
    private static final int TEXT = 1;

    private OverviewJson() {}

    static JsonObject repaired(JsonObject data, Shown shown, Map<Integer, Map<String, Double>> notFinite) {
        JsonArray iterations = data.getJsonArray("scoresIter");
        NotFinite.putBack(data.getJsonArray("scores"), iterations, NotFinite.SCORES, notFinite);
        for (String chart : CHARTS) {
            JsonObject series = data.getJsonObject(chart);
            for (String name : series.fieldNames()) {
                NotFinite.putBack(series.getJsonArray(name), iterations, chart + "/" + name, notFinite);
            }
        }
        putTimes(data.getJsonArray("perf"), shown);
        return data;
    }

    private static void putTimes(JsonArray rows, Shown shown) {
        shown.start()
                .map(Persistable.class::cast)
                .map(Persistable::getTimeStamp)
                .ifPresent(reported -> {
                    // The listener reports the run's start after it has made its first report.
                    long start = Math.min(reported, shown.firstTime().orElse(reported));
                    put(rows, START_TIME, TIME.format(Instant.ofEpochMilli(start)));
                    shown.latest().ifPresent(last -> put(rows, TOTAL_RUN_TIME, span(start, last.getTimeStamp())));
                });
    }

    @SuppressWarnings("unchecked") // a JSON array is a list of any objects
    private static void put(JsonArray rows, int row, String text) {
        rows.getJsonArray(row).getList().set(TEXT, text);
    }

    /** Hours, minutes and seconds, such as 1:02:03. */
    static String span(long from, long to) {
        Duration span = Duration.ofMillis(to - from);
        return String.format(Locale.ROOT, "%d:%02d:%02d", span.toHours(), span.toMinutesPart(), span.toSecondsPart());
    }
}
