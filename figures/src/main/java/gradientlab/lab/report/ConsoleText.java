package gradientlab.lab.report;

import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.List;

/** Writes a section as lines of plain text: its answer and its tables. */
public final class ConsoleText {

    private static final int WIDTH = 100;

    /** A wider table would be broken by most terminals; it stands in the report. */
    private static final int WIDEST_TABLE = 124;

    /** A longer table, such as one of hundreds of layers, would scroll everything else away. */
    private static final int MOST_ROWS = 60;

    private static final Catalogue WORDS = Catalogue.of(ConsoleText.class, "page");

    private final Words words;

    private ConsoleText(Words words) {
        this.words = words;
    }

    /** The lines of a section in English, the heading first. */
    public static List<String> of(Section section) {
        return of(section, Language.ENGLISH);
    }

    /** The lines of a section in a language, the heading first. */
    public static List<String> of(Section section, Language language) {
        return new ConsoleText(WORDS.in(language)).lines(section);
    }

    private List<String> lines(Section section) {
        List<String> lines = new ArrayList<>();
        lines.add(section.title());
        lines.add("-".repeat(section.title().length()));
        for (Block block : section.blocks()) {
            if (block instanceof Block.Answer answer) {
                lines.addAll(wrapped(answer.text()));
                lines.add("");
            } else if (block instanceof Block.Table table) {
                lines.addAll(table(table));
                lines.add("");
            }
        }
        return lines;
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() + 1 > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> table(Block.Table table) {
        if (table.rows().size() > MOST_ROWS) {
            return List.of("  ("
                    + words.text("in-report.rows", table.caption(), table.rows().size())
                    + ")");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(numbers(table.columns()));
        table.rows().forEach(row -> rows.add(numbers(row)));
        int[] widths = new int[table.columns().size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        List<String> lines = rows.stream().map(row -> line(row, widths)).toList();
        boolean tooWide = lines.stream().anyMatch(line -> line.length() > WIDEST_TABLE);
        return tooWide ? List.of("  (" + words.text("in-report", table.caption()) + ")") : lines;
    }

    private List<String> numbers(List<String> cells) {
        return cells.stream().map(words.language()::numbers).toList();
    }

    /** The first column to the left, the others to the right. */
    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder("  ");
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - row.get(c).length());
            line.append(c == 0 ? row.get(c) + padding : "   " + padding + row.get(c));
        }
        return line.toString().stripTrailing();
    }
}
