package gradientlab.sweep;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a CSV file by RFC 4180, with a line feed at its end. */
final class CsvLine {

    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean needed = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
