package gradientlab.lab.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * metrics.csv: one line per training step of every repetition.
 *
 * <p>Columns: seed, iteration (from 0), epoch (from 1), loss (of the batch before its update), and for each weight
 * tensor {@code log10_ratio.LAYER.W}, the log10 update:parameter ratio. Numbers as Java writes them; NaN is "NaN".
 */
public final class MetricsCsv {

    private static final String RATIO = "log10_ratio.";
    private static final List<String> FIXED = List.of("seed", "iteration", "epoch", "loss");
    private static final int FIRST_RATIO = FIXED.size();

    private MetricsCsv() {}

    /** The file's text for the steps of several repetitions, by seed. */
    static String text(Map<Long, List<Iteration>> runs) {
        StringBuilder text = new StringBuilder();
        runs.forEach((seed, iterations) -> {
            if (text.isEmpty()) {
                text.append(header(iterations.get(0)));
            }
            iterations.forEach(step -> text.append(line(seed, step)));
        });
        return text.toString();
    }

    private static String header(Iteration step) {
        return String.join(",", FIXED) + "," + RATIO
                + String.join("," + RATIO, step.logRatios().keySet()) + "\n";
    }

    private static String line(long seed, Iteration step) {
        StringBuilder line = new StringBuilder()
                .append(seed)
                .append(',')
                .append(step.iteration())
                .append(',')
                .append(step.epoch())
                .append(',')
                .append(step.loss());
        step.logRatios().values().forEach(ratio -> line.append(',').append(ratio));
        return line.append('\n').toString();
    }

    /**
     * Reads the steps back, by seed.
     *
     * @throws IOException if the file is missing, holds no step, or a line is not of its form; the message names file, line
     *     and column
     */
    public static Map<Long, List<Iteration>> read(Path file) throws IOException {
        List<String> lines = new String(SmallFile.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> columns = columns(file, lines);
        Map<Long, List<Iteration>> runs = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                String[] cells = lines.get(i).split(",", -1);
                if (cells.length != columns.size()) {
                    throw new IOException("expected " + columns.size() + " values, found " + cells.length);
                }
                runs.computeIfAbsent(number(cells, columns, 0, Long::valueOf), seed -> new ArrayList<>())
                        .add(step(columns, cells));
            } catch (IOException e) {
                throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        if (runs.isEmpty()) {
            throw new IOException(file + ": holds no step");
        }
        return runs;
    }

    private static List<String> columns(Path file, List<String> lines) throws IOException {
        List<String> columns =
                lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
        boolean known = columns.size() >= FIRST_RATIO
                && columns.subList(0, FIRST_RATIO).equals(FIXED)
                && columns.stream().skip(FIRST_RATIO).allMatch(column -> column.startsWith(RATIO));
        if (!known || Set.copyOf(columns).size() < columns.size()) {
            throw new IOException(file + ", line 1: must be " + String.join(",", FIXED) + " and different columns "
                    + RATIO + "LAYER.W");
        }
        return columns;
    }

    private static Iteration step(List<String> columns, String[] cells) throws IOException {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (int c = FIRST_RATIO; c < cells.length; c++) {
            ratios.put(columns.get(c).substring(RATIO.length()), number(cells, columns, c, Double::valueOf));
        }
        return new Iteration(
                number(cells, columns, 1, Integer::valueOf),
                number(cells, columns, 2, Integer::valueOf),
                number(cells, columns, 3, Double::valueOf),
                ratios);
    }

    private static <T> T number(String[] cells, List<String> columns, int column, Function<String, T> form)
            throws IOException {
        try {
            return form.apply(cells[column]);
        } catch (NumberFormatException e) {
            throw new IOException(columns.get(column) + " must be a number, not '" + cells[column] + "'", e);
        }
    }
}
