package gradientlab.lab.report;

import gradientlab.lab.figure.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a report as one HTML file that needs no other: style and figures are inside. */
public final class HtmlPage {

    private final Report report;
    private final Function<Figure, String> svg;
    private final StringBuilder html = new StringBuilder();
    private int tables;
    private int figures;

    private HtmlPage(Report report, Function<Figure, String> svg) {
        this.report = report;
        this.svg = svg;
    }

    /**
     * The page.
     *
     * @param svg gives a figure's SVG document
     */
    public static String of(Report report, Function<Figure, String> svg) {
        return new HtmlPage(report, svg).write();
    }

    private String write() {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(report.title()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n");
        element("h1", report.title());
        report.warnings().forEach(this::warning);
        element("p", report.introduction());
        if (report.sections().size() > 1) {
            contents();
        }
        report.sections().forEach(this::section);
        provenance();
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void warning(String sentence) {
        html.append("<p class=\"warning\" role=\"alert\">")
                .append(escaped(sentence))
                .append("</p>\n");
    }

    private void contents() {
        html.append("<nav aria-label=\"Contents\">\n<ol>\n");
        for (Section section : report.sections()) {
            html.append("<li><a href=\"#")
                    .append(section.name())
                    .append("\">")
                    .append(escaped(section.title()))
                    .append("</a></li>\n");
        }
        html.append("</ol>\n</nav>\n");
    }

    private void section(Section section) {
        html.append("<section id=\"").append(section.name()).append("\">\n");
        element("h2", section.title());
        html.append("<p class=\"asked\">").append(escaped(section.asked())).append("</p>\n");
        section.blocks().forEach(this::block);
        html.append("</section>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Text text) {
            element("p", text.text());
        } else if (block instanceof Block.Answer answer) {
            html.append("<p class=\"answer\">").append(escaped(answer.text())).append("</p>\n");
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Picture picture) {
            picture(picture.figure());
        }
    }

    private void table(Block.Table table) {
        html.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table ")
                .append(++tables)
                .append("\">\n<table>\n<caption>Table ")
                .append(tables)
                .append(". ")
                .append(escaped(table.caption()))
                .append("</caption>\n<thead><tr>")
                .append(cells(table.columns(), "th scope=\"col\"", "th"))
                .append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>")
                    .append(cells(row.subList(0, 1), "th scope=\"row\"", "th"))
                    .append(cells(row.subList(1, row.size()), "td", "td"))
                    .append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private static String cells(List<String> texts, String open, String close) {
        return texts.stream()
                .map(text -> "<" + open + ">" + escaped(text) + "</" + close + ">")
                .collect(Collectors.joining());
    }

    private void picture(Figure figure) {
        String data = Base64.getEncoder().encodeToString(svg.apply(figure).getBytes(StandardCharsets.UTF_8));
        html.append("<figure>\n<img src=\"data:image/svg+xml;base64,")
                .append(data)
                .append("\" alt=\"")
                .append(escaped(figure.title() + ". " + figure.words()))
                .append("\">\n<figcaption>Figure ")
                .append(++figures)
                .append(". ")
                .append(escaped(figure.words()))
                .append("</figcaption>\n</figure>\n");
    }

    private void provenance() {
        html.append("<section id=\"provenance\">\n<h2>Provenance</h2>\n<dl>\n");
        for (Map.Entry<String, String> entry : report.provenance().entrySet()) {
            html.append("<dt>").append(escaped(entry.getKey())).append("</dt><dd>");
            html.append(escaped(entry.getValue())).append("</dd>\n");
        }
        html.append("</dl>\n</section>\n");
    }

    private void element(String tag, String text) {
        html.append('<').append(tag).append('>').append(escaped(text));
        html.append("</").append(tag).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read report.css from the class path", e);
        }
    }
}
