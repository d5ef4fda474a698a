package gradientlab.benchmarks;

import gradientlab.lab.run.Json;
import gradientlab.runfolder.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The outcome of a comparison of whole processes.
 *
 * @param title what was measured
 * @param machine the machine in one line
 * @param date the day, ISO 8601
 * @param rounds how often each took its turn
 * @param medians what each took, the median over the rounds
 * @param remarks versions, checks and what the figures do not say
 */
record WholeReport(
        String title, String machine, String date, int rounds, Map<String, Took> medians, List<String> remarks) {

    /** Lets each take its turn, a number of rounds. */
    static WholeReport of(String title, int rounds, List<Runner> runners, Consumer<String> progress)
            throws IOException {
        Map<String, List<Took>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Runner runner : runners) {
                progress.accept("round " + (round + 1) + " of " + rounds + ": " + runner.name());
                all.computeIfAbsent(runner.name(), name -> new ArrayList<>())
                        .add(runner.run().once());
            }
        }
        Map<String, Took> medians = new LinkedHashMap<>();
        all.forEach((name, took) -> medians.put(name, Took.median(took)));
        return new WholeReport(
                title,
                Machine.describe(),
                LocalDate.now(ZoneId.systemDefault()).toString(),
                rounds,
                medians,
                List.of());
    }

    WholeReport with(List<String> others) {
        return new WholeReport(title, machine, date, rounds, medians, others);
    }

    /** One's time by the clock over another's; NaN if one of them did not take part. */
    double wallRatio(String one, String other) {
        return took(one).wall() / took(other).wall();
    }

    /** One's processor time over another's; NaN if one of them did not take part. */
    double cpuRatio(String one, String other) {
        return took(one).cpu() / took(other).cpu();
    }

    private Took took(String name) {
        return medians.getOrDefault(name, new Took(Double.NaN, Double.NaN, Double.NaN));
    }

    /** Markdown: machine and day, the table, the remarks. */
    String text() {
        boolean steps = medians.values().stream().anyMatch(took -> !Double.isNaN(took.firstStep()));
        StringBuilder text = new StringBuilder(title)
                .append("; medians of ")
                .append(rounds)
                .append(" rounds in turn. ")
                .append(machine)
                .append(", ")
                .append(date)
                .append(".\n\n")
                .append(
                        steps
                                ? "| | first step (s) | whole (s) | CPU (s) |\n|---|---|---|---|\n"
                                : "| | wall (s) | CPU (s) |\n|---|---|---|\n");
        medians.forEach((name, took) -> text.append("| ")
                .append(name)
                .append(steps ? cell(took.firstStep()) : "")
                .append(cell(took.wall()))
                .append(cell(took.cpu()))
                .append(" |\n"));
        remarks.forEach(remark -> text.append("\n- ").append(remark));
        return text.append('\n').toString();
    }

    private static String cell(double seconds) {
        return Double.isNaN(seconds) ? " | –" : String.format(Locale.ROOT, " | %.2f", seconds);
    }

    /** Writes it into a folder, as Markdown and as JSON. */
    void write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        AtomicFiles.write(folder.resolve(name + ".md"), text().getBytes(StandardCharsets.UTF_8));
        Json.write(folder.resolve(name + ".json"), this);
    }
}
