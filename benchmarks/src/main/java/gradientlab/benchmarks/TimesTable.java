package gradientlab.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results in Markdown: who took part, then CPU and wall time, a line for each size and a column for each contender. */
final class TimesTable {

    private TimesTable() {}

    static String of(BenchmarkReport report) {
        StringBuilder text = new StringBuilder(report.machine())
                .append("; ")
                .append(report.date())
                .append("\n\n");
        report.contenders()
                .forEach((name, what) -> text.append("- `")
                        .append(name)
                        .append("`: ")
                        .append(what)
                        .append('\n'));
        text.append(
                "\nCPU time of the training thread per step in µs (ratio to `pytorch`, to `pytorch-openblas`):\n\n");
        grid(text, report, TimesTable::cpu);
        text.append("\nWall time per step in µs:\n\n");
        grid(text, report, row -> String.format(Locale.ROOT, "%.0f", row.wallMicrosPerStep()));
        return text.toString();
    }

    private static void grid(StringBuilder text, BenchmarkReport report, Function<Row, String> cell) {
        List<String> names = List.copyOf(report.contenders().keySet());
        text.append("| size |");
        names.forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|").append("--:|".repeat(names.size())).append('\n');
        bySize(report.rows()).forEach((size, rows) -> {
            text.append("| ").append(size).append(" |");
            names.forEach(name -> text.append(' ')
                    .append(rows.containsKey(name) ? cell.apply(rows.get(name)) : "–")
                    .append(" |"));
            text.append('\n');
        });
    }

    private static Map<Size, Map<String, Row>> bySize(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::size, LinkedHashMap::new, Collectors.toMap(Row::contender, row -> row)));
    }

    private static String cpu(Row row) {
        return String.format(
                Locale.ROOT,
                "%.0f (%s, %s)",
                row.cpuMicrosPerStep(),
                ratio(row.ratioToPyTorch()),
                ratio(row.ratioToPyTorchWithOpenBlas()));
    }

    /** A dash where there was nothing to compare with. */
    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "–" : String.format(Locale.ROOT, "%.2f", ratio);
    }
}
