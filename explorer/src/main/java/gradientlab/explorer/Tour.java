package gradientlab.explorer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gradientlab.language.Language;
import gradientlab.ui.explorer.TourStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The lecture's questions in its order, from {@code tour.json} and {@code tour_ru.json}. */
final class Tour {

    /** In English. */
    static final List<TourStep> STEPS = read("tour.json");

    private static final List<TourStep> RUSSIAN = read("tour_ru.json");

    private Tour() {}

    /** The same questions about the same networks in a language. */
    static List<TourStep> in(Language language) {
        return language == Language.RUSSIAN ? RUSSIAN : STEPS;
    }

    private static List<TourStep> read(String name) {
        try (InputStream file = Tour.class.getResourceAsStream(name)) {
            return List.copyOf(JsonMapper.builder().build().readValue(file, new TypeReference<List<TourStep>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of the class path cannot be read.", e);
        }
    }
}
