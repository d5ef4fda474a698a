package gradientlab.lab.report;

import static gradientlab.lab.report.Html.element;
import static gradientlab.lab.report.Html.escaped;

import gradientlab.language.Catalogue;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.List;

/** Writes a report in its language: contents, parts, sections, provenance. */
final class HtmlReport {

    private static final Catalogue WORDS = Catalogue.of(HtmlReport.class, "page");

    private final Report report;
    private final boolean shown;
    private final Words words;
    private final HtmlBlocks blocks;
    private final StringBuilder html = new StringBuilder();

    HtmlReport(Report report, HtmlPage.Answers answers, boolean shown) {
        this.report = report;
        this.shown = shown;
        this.words = WORDS.in(report.language());
        this.blocks = new HtmlBlocks(words, answers);
    }

    /** A section with its number, such as 1.3.2; empty in a page without parts. */
    private record Numbered(String number, Section section) {

        boolean begins(Numbered before) {
            return before == null || !before.section.part().equals(section.part());
        }

        String heading(String text) {
            return number.isEmpty() ? text : number + " " + text;
        }
    }

    String write() {
        html.append("<main lang=\"")
                .append(report.language().code())
                .append("\" data-title=\"")
                .append(escaped(report.title()))
                .append(shown ? "\">\n" : "\" hidden>\n")
                .append(element("h1", report.title()));
        report.warnings()
                .forEach(sentence -> html.append("<p class=\"warning\" role=\"alert\">")
                        .append(escaped(sentence))
                        .append("</p>\n"));
        html.append(element("p", report.introduction()));
        List<Numbered> sections = numbered();
        if (sections.size() > 1) {
            contents(sections);
        }
        Numbered before = null;
        for (Numbered each : sections) {
            section(each, each.begins(before), sections.size() > 1);
            before = each;
        }
        provenance();
        return html.append("</main>\n").toString();
    }

    private List<Numbered> numbered() {
        List<Numbered> numbered = new ArrayList<>();
        int within = 0;
        Section before = null;
        for (Section section : report.inOrder()) {
            within = before != null && before.part().equals(section.part()) ? within + 1 : 1;
            String part = section.part().title();
            boolean counted = !part.isEmpty() && Character.isDigit(part.charAt(0));
            numbered.add(new Numbered(counted ? part.split(" ", 2)[0] + "." + within : "", section));
            before = section;
        }
        return numbered;
    }

    /** The anchor of a section; of a language that is not shown first, with its code. */
    private String anchor(String name) {
        return shown ? name : report.language().code() + "-" + name;
    }

    private void contents(List<Numbered> sections) {
        html.append("<nav id=\"")
                .append(anchor("contents"))
                .append("\" aria-label=\"")
                .append(words.text("contents"))
                .append("\">\n<ol>\n");
        Numbered before = null;
        for (Numbered each : sections) {
            String part = each.section().part().title();
            if (each.begins(before) && !part.isEmpty()) {
                html.append("<li class=\"part\">").append(escaped(part)).append("</li>\n");
            }
            html.append(part.isEmpty() ? "<li>" : "<li class=\"numbered\">")
                    .append("<a href=\"#")
                    .append(anchor(each.section().name()))
                    .append("\">")
                    .append(escaped(each.heading(each.section().title())))
                    .append("</a></li>\n");
            before = each;
        }
        html.append("</ol>\n</nav>\n");
    }

    private void section(Numbered each, boolean begins, boolean back) {
        Section section = each.section();
        boolean parts = !section.part().title().isEmpty();
        if (begins && parts) {
            html.append(element("h2", section.part().title()));
        }
        html.append("<section id=\"").append(anchor(section.name())).append(parts ? "\" class=\"taught\">\n" : "\">\n");
        if (parts) {
            html.append(element("h3", each.heading(section.title())));
        } else {
            html.append(element("h2", section.title()));
        }
        if (!section.asked().isEmpty()) {
            html.append(element("p", "asked", section.asked()));
        }
        html.append(blocks.of(section));
        if (parts && back) {
            html.append("<p class=\"back\"><a href=\"#")
                    .append(anchor("contents"))
                    .append("\">")
                    .append(words.text("back"))
                    .append("</a></p>\n");
        }
        html.append("</section>\n");
    }

    private void provenance() {
        html.append("<section id=\"")
                .append(anchor("provenance"))
                .append("\">\n")
                .append(element("h2", words.text("provenance")))
                .append("<dl>\n");
        report.provenance()
                .forEach((name, value) -> html.append("<dt>")
                        .append(escaped(name))
                        .append("</dt><dd>")
                        .append(escaped(value))
                        .append("</dd>\n"));
        html.append("</dl>\n</section>\n");
    }
}
