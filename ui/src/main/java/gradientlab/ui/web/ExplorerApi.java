package gradientlab.ui.web;

import gradientlab.diagnostics.Distribution;
import gradientlab.session.UnitMap;
import gradientlab.ui.explorer.Explorer;
import java.util.Map;
import java.util.function.BiFunction;

/** The explorer's questions of {@code http-api.md} that any number of pages may ask at a time. */
final class ExplorerApi {

    private static final String TRAINING = "training";

    static final Map<String, BiFunction<Explorer, ExplorerQuery, Object>> QUESTIONS = Map.of(
            "controls", (explorer, query) -> explorer.controls(query.language()),
            "units", (explorer, query) -> Units.of(units(explorer, query)),
            "histogram", (explorer, query) -> HistogramsAnswer.Entry.of(0, histogram(explorer, query)),
            "java", (explorer, query) -> explorer.java(query.settings()),
            "sweeps", (explorer, query) -> explorer.sweeps(),
            "map", (explorer, query) -> explorer.map(query.settings(), query.whole("level")),
            "training", (explorer, query) -> explorer.state(query.text(TRAINING), query.wholeOrZero("since")));

    private ExplorerApi() {}

    private static UnitMap units(Explorer explorer, ExplorerQuery query) {
        int layer = query.whole("layer");
        return query.has(TRAINING)
                ? explorer.units(query.text(TRAINING), query.wholeOrZero("net"), layer)
                : explorer.units(query.settings(), layer);
    }

    private static Distribution histogram(Explorer explorer, ExplorerQuery query) {
        int layer = query.whole("layer");
        String quantity = query.text("quantity");
        return query.has(TRAINING)
                ? explorer.histogram(query.text(TRAINING), query.wholeOrZero("net"), layer, quantity)
                : explorer.histogram(query.settings(), layer, quantity);
    }

    /** The saturation map of a layer, its bytes as base64. */
    record Units(String layer, int examples, int units, double scale, byte[] level, byte[] state) {

        static Units of(UnitMap map) {
            return new Units(map.layer(), map.examples(), map.units(), map.scale(), map.levels(), map.states());
        }
    }
}
