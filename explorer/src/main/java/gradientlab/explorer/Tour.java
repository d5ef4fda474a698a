package gradientlab.explorer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gradientlab.ui.explorer.TourStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The lecture's questions in its order, from {@code tour.json}. */
final class Tour {

    static final List<TourStep> STEPS = read();

    private Tour() {}

    private static List<TourStep> read() {
        try (InputStream file = Tour.class.getResourceAsStream("tour.json")) {
            return List.copyOf(JsonMapper.builder().build().readValue(file, new TypeReference<List<TourStep>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("tour.json of the class path cannot be read.", e);
        }
    }
}
