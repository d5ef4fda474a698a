package gradientlab.ui.web;

import gradientlab.session.UnitMap;
import gradientlab.ui.explorer.Explorer;
import java.util.Map;
import java.util.function.BiFunction;

/** The explorer's questions of {@code http-api.md} that any number of pages may ask at a time. */
final class ExplorerApi {

    static final Map<String, BiFunction<Explorer, ExplorerQuery, Object>> QUESTIONS = Map.of(
            "controls", (explorer, query) -> explorer.controls(query.language()),
            "units", (explorer, query) -> Units.of(explorer.units(query.settings(), query.whole("layer"))),
            "histogram",
                    (explorer, query) -> HistogramsAnswer.Entry.of(
                            0, explorer.histogram(query.settings(), query.whole("layer"), query.text("quantity"))),
            "java", (explorer, query) -> explorer.java(query.settings()),
            "map", (explorer, query) -> explorer.map(query.settings(), query.whole("level")),
            "training", (explorer, query) -> explorer.state(query.text("training"), query.wholeOrZero("since")));

    private ExplorerApi() {}

    /** The saturation map of a fresh layer, its bytes as base64. */
    record Units(String layer, int examples, int units, double scale, byte[] level, byte[] state) {

        static Units of(UnitMap map) {
            return new Units(map.layer(), map.examples(), map.units(), map.scale(), map.levels(), map.states());
        }
    }
}
