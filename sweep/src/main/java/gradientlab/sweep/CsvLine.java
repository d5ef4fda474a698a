package gradientlab.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a CSV file by RFC 4180, each with a line feed at its end. */
final class CsvLine {

    /** In quotation marks or without, and what ends it. */
    private static final Pattern CELL = Pattern.compile("(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|([^,\"\r\n]*+))(,|\r?\n|$)");

    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean needed = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** The cells of every line; what is in quotation marks may hold commas and line feeds. */
    static List<List<String>> all(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        Matcher cells = CELL.matcher(text);
        while (cells.lookingAt() && cells.end() > cells.regionStart()) {
            String quoted = cells.group(1);
            line.add(quoted == null ? cells.group(2) : quoted.replace("\"\"", "\""));
            if (!cells.group(3).equals(",")) {
                lines.add(List.copyOf(line));
                line.clear();
            }
            cells.region(cells.end(), text.length());
        }
        return lines;
    }
}
