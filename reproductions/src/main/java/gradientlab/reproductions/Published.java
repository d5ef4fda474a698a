package gradientlab.reproductions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Published numbers that come with the project, each file with its source. */
final class Published {

    private Published() {}

    static JsonNode json(String name) {
        try (InputStream file = Published.class.getResourceAsStream(name)) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of the class path cannot be read.", e);
        }
    }
}
