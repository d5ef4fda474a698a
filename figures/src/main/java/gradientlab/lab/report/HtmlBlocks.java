package gradientlab.lab.report;

import static gradientlab.lab.report.Html.element;
import static gradientlab.lab.report.Html.escaped;

import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plotter;
import gradientlab.language.Words;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the blocks of sections, and counts tables and figures. */
final class HtmlBlocks {

    /** A cell that is a number, a number with its spread, or a share. */
    private static final Pattern NUMBER = Pattern.compile("[\\d.,e+\\-−±·⁰¹²³⁴-⁹⁻ %]+");

    /** What a phone of 390 pixels has room for in a row of a table. */
    private static final int MOST_COLUMNS = 3;

    private static final int MOST_LETTERS = 44;

    private final Words words;
    private final HtmlPage.Answers answers;
    private int tables;
    private int figures;

    HtmlBlocks(Words words, HtmlPage.Answers answers) {
        this.words = words;
        this.answers = answers;
    }

    /** A section's blocks; where it belongs to a part, its answers stand behind the reader's guess. */
    String of(Section section) {
        boolean guessed = !section.part().title().isEmpty();
        return section.blocks().stream().map(block -> block(block, guessed)).collect(Collectors.joining());
    }

    private String block(Block block, boolean guessed) {
        if (block instanceof Block.Text text) {
            return element("p", text.text());
        } else if (block instanceof Block.Answer answer) {
            return answer(answer, guessed);
        } else if (block instanceof Block.Table table) {
            return table(table);
        } else if (block instanceof Block.Picture picture) {
            return picture(picture.figure());
        } else if (block instanceof Block.Code code) {
            return code(code);
        } else if (block instanceof Block.Formula formula) {
            return "<div class=\"formula\">\n" + formula.mathml() + "\n" + element("p", formula.text()) + "</div>\n";
        } else if (block instanceof Block.Glossary glossary) {
            return glossary(glossary);
        }
        return tryIt((Block.TryIt) block);
    }

    private String answer(Block.Answer answer, boolean guessed) {
        String text = element("p", "answer", answer.text());
        if (!guessed) {
            return text;
        }
        return "<details class=\"guess\"" + (answers == HtmlPage.Answers.OPEN ? " open" : "") + ">\n"
                + element("summary", words.text("guess")) + text + "</details>\n";
    }

    private String code(Block.Code code) {
        return "<div class=\"code\">\n" + lines("Java, Deeplearning4j", code.java())
                + lines("Python, PyTorch", code.pytorch()) + "</div>\n";
    }

    private static String lines(String title, String code) {
        return "<div>\n" + element("p", title) + "<pre tabindex=\"0\"><code>" + escaped(code.strip())
                + "</code></pre>\n</div>\n";
    }

    private String tryIt(Block.TryIt tryIt) {
        String page = tryIt.address().isEmpty()
                ? ""
                : " " + escaped(words.text("try.page")) + " <code>" + escaped(tryIt.address()) + "</code>";
        return "<p class=\"try\"><strong>" + words.text("try") + "</strong> <code>" + escaped(tryIt.command())
                + "</code>" + page + "</p>\n";
    }

    private String glossary(Block.Glossary glossary) {
        StringBuilder html = new StringBuilder("<dl class=\"glossary\">\n");
        for (Block.Term term : glossary.terms()) {
            html.append("<dt>")
                    .append(escaped(term.term()))
                    .append(" <span>")
                    .append(escaped(term.other()))
                    .append("</span></dt><dd>")
                    .append(escaped(term.meaning()))
                    .append("</dd>\n");
        }
        return html.append("</dl>\n").toString();
    }

    private String table(Block.Table table) {
        String name = words.text("table", ++tables);
        StringBuilder html = new StringBuilder("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(name)
                .append(isBroad(table) ? "\">\n<table class=\"broad\">\n<caption>" : "\">\n<table>\n<caption>")
                .append(name)
                .append(". ")
                .append(escaped(table.caption()))
                .append("</caption>\n<thead><tr>")
                .append(cells(table.columns(), "th scope=\"col\"", "th"))
                .append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>")
                    .append(cells(row.subList(0, 1), "th scope=\"row\"", "th"))
                    .append(values(table, row))
                    .append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n</div>\n").toString();
    }

    /** Whether a phone has no room for the rows, and shows the values of each below each other. */
    private static boolean isBroad(Block.Table table) {
        return table.columns().size() > MOST_COLUMNS
                || table.rows().stream().anyMatch(row -> String.join("  ", row).length() > MOST_LETTERS);
    }

    /** The cells after the first, each with the name of its column, which a phone shows beside the value. */
    private String values(Block.Table table, List<String> row) {
        StringBuilder html = new StringBuilder();
        for (int i = 1; i < row.size(); i++) {
            String open = "td data-name=\"" + escaped(table.columns().get(i)) + "\"";
            html.append(cells(row.subList(i, i + 1), open, "td"));
        }
        return html.toString();
    }

    private String cells(List<String> texts, String open, String close) {
        return texts.stream()
                .map(words.language()::numbers)
                .map(text -> NUMBER.matcher(text).matches() ? unbroken(text) : text)
                .map(text -> "<" + open + ">" + escaped(text) + "</" + close + ">")
                .collect(Collectors.joining());
    }

    /** A number that is not broken between its parts. */
    private static String unbroken(String text) {
        return text.replace(" %", "\u00a0%").replace(" ± ", "\u00a0±\u00a0");
    }

    private String picture(Figure figure) {
        String drawing = Plotter.element(figure, words.language());
        return "<figure>\n<div class=\"drawing\">" + drawing + "</div>\n<figcaption>" + words.text("figure", ++figures)
                + ". " + escaped(figure.words(words.language())) + "</figcaption>\n</figure>\n";
    }
}
