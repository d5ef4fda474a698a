package gradientlab.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results as a Markdown table: a line for each size, a column for each contender. */
final class Table {

    private Table() {}

    static String of(List<Row> rows, String machine) {
        List<Contender> contenders = Arrays.stream(Contender.values())
                .filter(contender ->
                        rows.stream().anyMatch(row -> row.contender().equals(contender.label())))
                .toList();
        StringBuilder text = new StringBuilder(machine).append("\n\n| size |");
        contenders.forEach(
                contender -> text.append(' ').append(contender.label()).append(" |"));
        text.append("\n|---|").append("---|".repeat(contenders.size())).append('\n');
        bySize(rows).forEach((size, cells) -> {
            text.append("| ").append(size).append(" |");
            contenders.forEach(contender ->
                    text.append(' ').append(cell(cells.get(contender.label()))).append(" |"));
            text.append('\n');
        });
        return text.toString();
    }

    private static Map<Size, Map<String, Row>> bySize(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::size, LinkedHashMap::new, Collectors.toMap(Row::contender, row -> row)));
    }

    private static String cell(Row row) {
        return row == null
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.0f (%.2f, %.2f)",
                        row.cpuMicrosPerStep(),
                        row.ratioToPyTorch(),
                        row.ratioToPyTorchWithOpenBlas());
    }
}
