package gradientlab.ui.stock;

import java.util.List;
import java.util.stream.Stream;

/** What the three pages' templates get: a way to our pages, our style sheet, our scripts. */
final class TemplateAmendments {
    private static final String FOLDER = "templates/";
    static final String OVERVIEW = FOLDER + "TrainingOverview.html.ftl";
    static final String MODEL = FOLDER + "TrainingModel.html.ftl";
    static final String SYSTEM = FOLDER + "TrainingSystem.html.ftl";
    static final List<String> PAGES = List.of(OVERVIEW, MODEL, SYSTEM);

    private static final String LAST_SCRIPT = "<script src=\"/assets/js/counter.js\"></script>";

    static final List<Amendment> ROWS = Stream.concat(
                    PAGES.stream().flatMap(TemplateAmendments::ofEveryPage), Stream.of(modelTab()))
            .toList();

    private TemplateAmendments() {}

    private static Stream<Amendment> ofEveryPage(String page) {
        return Stream.of(
                Amendment.after(
                        page,
                        "${train\\.nav\\.system}</a></li>",
                        "<li class=\"nav-item\"><a class=\"nav-link\" id=\"gradientsLink\" href=\"/gradients\">"
                                + "<i class=\"nav-icon cui-layers\"></i>Gradients</a></li>",
                        "no way from the stock pages to ours"),
                Amendment.after(
                        page,
                        "<link rel=\"stylesheet\" href=\"/assets/css/style.css\">",
                        "<link rel=\"stylesheet\" href=\"/assets/gradientlab/stock-pages.css\">",
                        "buttons that choose a parameter lie outside of their clipped header"),
                Amendment.after(
                        page,
                        LAST_SCRIPT,
                        "<script src=\"/assets/gradientlab/stock-pages.js\"></script>",
                        "no sign of values that are not finite, of another session's graph, of a server that is gone"));
    }

    private static Amendment modelTab() {
        return Amendment.after(
                MODEL,
                "<script src=\"/assets/gradientlab/stock-pages.js\"></script>",
                "<script src=\"/assets/gradientlab/model-tab.js\"></script>",
                "no histogram of activations and gradients");
    }
}
