package gradientlab.ui.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The questions of {@code http-api.md}, each as a function from what is known and what was asked to a record. */
final class Api {

    static final String ROOT = "/gradients/api/";

    private static final Map<String, BiFunction<Library, Query, Object>> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("sessions", (library, query) -> SessionsAnswer.of(library));
        QUESTIONS.put("session", (library, query) -> SessionAnswer.of(session(library, query)));
        QUESTIONS.put("flow", (library, query) -> FlowAnswer.of(session(library, query), query.iteration()));
        QUESTIONS.put(
                "histograms",
                (library, query) ->
                        HistogramsAnswer.of(session(library, query), query.layer(), query.text("quantity")));
        QUESTIONS.put(
                "units", (library, query) -> UnitsAnswer.of(session(library, query), query.layer(), query.iteration()));
        QUESTIONS.put("lives", (library, query) -> LivesAnswer.of(session(library, query), query.layer()));
        QUESTIONS.put("findings", (library, query) -> FindingsAnswer.of(session(library, query), query.language()));
        QUESTIONS.put("model", (library, query) -> ModelAnswer.of(library.storages(), query.session(), query.layer()));
    }

    private Api() {}

    /** The questions, by the last part of their path. */
    static Map<String, BiFunction<Library, Query, Object>> questions() {
        return QUESTIONS;
    }

    private static Recorded session(Library library, Query query) {
        return library.session(query.session());
    }
}
