package gradientlab.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.Statistics;
import gradientlab.session.SessionRecording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A session as one table: a row for each quantity of each layer at each iteration. */
final class Table {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Table() {}

    /**
     * The table as CSV (RFC 4180): a line of names, then the rows. Numbers as Java writes them; NaN is {@code NaN}, the
     * infinities are {@code Infinity} and {@code -Infinity}.
     */
    static byte[] csv(SessionRecording session) {
        return rows(session)
                .map(row -> row.values().stream().map(Table::field).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("", String.join(",", names()) + "\r\n", ""),
                        text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same rows as a JSON array of objects; NaN and the infinities, which JSON has no numbers for, are strings. */
    static byte[] json(SessionRecording session) {
        var bytes = new ByteArrayOutputStream();
        try (SequenceWriter out = MAPPER.writer().writeValuesAsArray(bytes)) {
            for (Iterator<Map<String, Object>> rows = rows(session).iterator(); rows.hasNext(); ) {
                out.write(rows.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A table cannot be written to memory.", e);
        }
        return bytes.toByteArray();
    }

    private static Stream<Map<String, Object>> rows(SessionRecording session) {
        return Measurement.of(session).map(Table::row);
    }

    private static Iterable<String> names() {
        return row(new Measurement(0, "", "", Distribution.NONE)).keySet();
    }

    private static Map<String, Object> row(Measurement measurement) {
        Statistics statistics = measurement.values().statistics();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("iteration", measurement.iteration());
        row.put("layer", measurement.layer());
        row.put("quantity", measurement.quantity());
        row.put("count", statistics.count());
        row.put("mean", statistics.mean());
        row.put("std", statistics.std());
        row.put("min", statistics.min());
        row.put("max", statistics.max());
        row.put("nan", statistics.nan());
        row.put("positiveInfinity", statistics.positiveInfinity());
        row.put("negativeInfinity", statistics.negativeInfinity());
        return row;
    }

    private static String field(Object value) {
        String text = String.valueOf(value);
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
