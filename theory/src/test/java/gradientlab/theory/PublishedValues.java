package gradientlab.theory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code theory-values.json}: quadratures made for this project, and ξ of a published file; its source stands inside. */
final class PublishedValues {

    static final JsonNode ALL = read();

    private PublishedValues() {}

    private static JsonNode read() {
        try (InputStream in = PublishedValues.class.getResourceAsStream("theory-values.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
