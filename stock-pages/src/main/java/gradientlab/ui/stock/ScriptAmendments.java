package gradientlab.ui.stock;

import java.util.List;
import java.util.stream.Stream;

/** Which libraries the three pages load, and how their buttons and lists are heard. */
final class ScriptAmendments {
    private static final String WEBJARS = "<script src=\"/assets/webjars/";
    private static final String END = "\"></script>";
    private static final String IN_ATTRIBUTES = "scripts in attributes cannot be told from those of an attacker";

    // What is loaded and not used.
    private static final List<String> ON_NO_PAGE = List.of("retinajs/0.0.2/retina.js");

    private static final List<String> NOT_ON_THE_OVERVIEW =
            List.of("fullcalendar/1.6.4/fullcalendar.min.js", "excanvas/3/excanvas.js");

    private static final List<String> NOT_ON_THE_OTHERS = List.of(
            "chosen/0.9.8/chosen/chosen.jquery.min.js",
            "uniform/2.1.2/jquery.uniform.min.js",
            "noty/2.2.2/jquery.noty.packaged.js",
            "jquery-raty/2.5.2/jquery.raty.min.js",
            "imagesloaded/2.1.1/jquery.imagesloaded.min.js",
            "masonry/3.1.5/masonry.pkgd.min.js",
            "jquery-knob/1.2.2/jquery.knob.min.js",
            "jquery.sparkline/2.1.2/jquery.sparkline.min.js");

    private static final List<String> NOT_ON_THE_MODEL_PAGE =
            List.of("modernizr/2.8.3/modernizr.min.js", "github-com-jboesch-Gritter/1.7.4/jquery.gritter.js");

    private static final List<String> NOT_ON_THE_SYSTEM_PAGE = List.of(
            "jquery/2.2.0/jquery.min.js",
            "jquery-ui/1.10.2/ui/minified/jquery-ui.min.js",
            "jquery-migrate/1.2.1/jquery-migrate.min.js");

    static final List<Amendment> ROWS = Stream.of(
                    page(TemplateAmendments.OVERVIEW, 9, List.of(NOT_ON_THE_OVERVIEW)),
                    page(TemplateAmendments.MODEL, 9, List.of(NOT_ON_THE_OTHERS, NOT_ON_THE_MODEL_PAGE)),
                    page(TemplateAmendments.SYSTEM, 6, List.of(NOT_ON_THE_OTHERS, NOT_ON_THE_SYSTEM_PAGE)))
            .flatMap(rows -> rows)
            .toList();

    private ScriptAmendments() {}

    private static Stream<Amendment> page(String page, int buttons, List<List<String>> unused) {
        Stream<Amendment> removed = Stream.concat(Stream.of(ON_NO_PAGE), unused.stream())
                .flatMap(List::stream)
                .map(script -> Amendment.replace(
                        page, WEBJARS + script + END, "", "a library is loaded that the page does not use"));
        return Stream.concat(
                removed, Stream.of(jquery(page), buttons(page, buttons), list(page, "Session"), list(page, "Worker")));
    }

    private static Amendment jquery(String page) {
        return Amendment.replace(
                page,
                WEBJARS + "jquery/3.4.1/dist/jquery.min.js" + END,
                WEBJARS + "jquery/3.7.1/dist/jquery.min.js" + END,
                "jQuery 3.4.1 runs scripts in HTML that was made harmless (CVE-2020-11022, CVE-2020-11023)");
    }

    /** Heard by stock-pages.js: scripts in attributes are what a content security policy is there to forbid. */
    private static Amendment buttons(String page, int buttons) {
        return new Amendment(
                page, " href=\"javascript:void(0);\" onclick=\"", buttons, " href=\"#\" data-click=\"", IN_ATTRIBUTES);
    }

    private static Amendment list(String page, String chosen) {
        return Amendment.replace(page, " onchange='selectNew" + chosen + "()'", "", IN_ATTRIBUTES);
    }
}
