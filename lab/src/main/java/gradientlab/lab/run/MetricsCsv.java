package gradientlab.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * metrics.csv: one line per training step of every repetition.
 *
 * <p>Columns: seed, iteration (from 0), epoch (from 1), loss (of the batch before its update), and for each weight
 * tensor {@code log10_ratio.LAYER.W}, the log10 update:parameter ratio. Numbers as Java writes them; NaN is "NaN".
 */
public final class MetricsCsv {

    private static final String RATIO = "log10_ratio.";
    private static final int FIRST_RATIO = 4;

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
        return "seed,iteration,epoch,loss," + RATIO
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
     * @throws IOException if the file is missing or a line is not of its form; the message names file and line
     */
    public static Map<Long, List<Iteration>> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] columns = lines.get(0).split(",");
        Map<Long, List<Iteration>> runs = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",");
            if (cells.length != columns.length) {
                throw new IOException(
                        file + ", line " + (i + 1) + ": expected " + columns.length + " values, found " + cells.length);
            }
            runs.computeIfAbsent(Long.valueOf(cells[0]), seed -> new ArrayList<>())
                    .add(step(columns, cells));
        }
        return runs;
    }

    private static Iteration step(String[] columns, String[] cells) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (int c = FIRST_RATIO; c < columns.length; c++) {
            ratios.put(columns[c].substring(RATIO.length()), Double.valueOf(cells[c]));
        }
        return new Iteration(
                Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Double.parseDouble(cells[3]), ratios);
    }
}
