package gradientlab.lab.report;

import gradientlab.lab.figure.Plotter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a report as one HTML file that needs no other: style, script and figures are inside.
 *
 * <p>The same report in several languages is one page with all of them, of which one is shown; the reader chooses another
 * without reloading.
 */
public final class HtmlPage {

    /** Whether the answers to a section's question stand open, or behind the reader's guess. */
    public enum Answers {
        OPEN,
        FOLDED
    }

    private HtmlPage() {}

    /** The page of one language. */
    public static String of(Report report) {
        return of(List.of(report), Answers.OPEN);
    }

    /**
     * The page.
     *
     * @param reports the same report in each language, the one that is shown first
     */
    public static String of(List<Report> reports, Answers answers) {
        Report shown = reports.get(0);
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(shown.language().code())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Html.escaped(shown.title()))
                .append("</title>\n<style>\n")
                .append(Plotter.css())
                .append(resource("report.css"))
                .append("</style>\n");
        if (reports.size() > 1) {
            html.append("<noscript><style>main[hidden] { display: block; }</style></noscript>\n");
        }
        html.append("</head>\n<body>\n");
        if (reports.size() > 1) {
            languages(html, reports);
        }
        for (Report report : reports) {
            html.append(new HtmlReport(report, answers, report.language() == shown.language()).write());
        }
        if (reports.size() > 1) {
            html.append("<script>\n").append(resource("report.js")).append("</script>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private static void languages(StringBuilder html, List<Report> reports) {
        html.append("<div class=\"languages\" role=\"group\" aria-label=\"Language, язык\">\n");
        for (Report report : reports) {
            String code = report.language().code();
            html.append("<button type=\"button\" lang=\"")
                    .append(code)
                    .append("\" data-language=\"")
                    .append(code)
                    .append("\" aria-pressed=\"")
                    .append(report.language() == reports.get(0).language())
                    .append("\">")
                    .append(report.language().title())
                    .append("</button>\n");
        }
        html.append("</div>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " from the class path", e);
        }
    }
}
