package gradientlab.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A process that ran from start to end, with one thread for matrix products.
 *
 * @param startedMillis when it was started, in milliseconds since the epoch
 * @param wall seconds by the clock
 * @param cpu seconds of processor time; NaN without a POSIX shell
 * @param output its lines on standard output
 */
record WholeProcess(long startedMillis, double wall, double cpu, List<String> output) {

    private static final boolean SHELL = !System.getProperty("os.name").startsWith("Windows");

    /** POSIX's times: the shell's own user and system time, then those of its children. */
    private static final String TIMED = "\"$@\"; status=$?; times > \"$TIMES\"; exit $status";

    private static final Pattern MINUTES = Pattern.compile("(\\d+)m([\\d.,]+)s");

    /**
     * Runs a command in a folder until it ends.
     *
     * @throws IOException if it cannot be started or fails; the message names the command
     */
    static WholeProcess run(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        Path times = folder.resolve("times.txt");
        List<String> whole = new ArrayList<>(SHELL ? List.of("sh", "-c", TIMED, "sh") : List.of());
        whole.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(whole).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        for (String threads : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(threads, "1");
        }
        builder.environment().put("TIMES", times.toString());
        builder.environment().putAll(environment);
        long millis = System.currentTimeMillis();
        long nanos = System.nanoTime();
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        await(process, command);
        double wall = (System.nanoTime() - nanos) / 1e9;
        return new WholeProcess(
                millis,
                wall,
                SHELL ? childrenSeconds(Files.readString(times)) : Double.NaN,
                output.lines().toList());
    }

    private static void await(Process process, List<String> command) throws IOException {
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("Exit code " + status + " of: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for: " + String.join(" ", command), e);
        }
    }

    /** The sum of the second line of what {@code times} prints, such as {@code 0m3.21s 0m0.40s}. */
    static double childrenSeconds(String times) {
        String children = times.lines().skip(1).findFirst().orElse("");
        return MINUTES.matcher(children)
                .results()
                .mapToDouble(WholeProcess::seconds)
                .sum();
    }

    private static double seconds(MatchResult time) {
        return 60 * Double.parseDouble(time.group(1))
                + Double.parseDouble(time.group(2).replace(',', '.'));
    }

    /** The rest of the first line of the output that begins so. */
    String answer(String name) throws IOException {
        return output.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IOException("No line that begins with '" + name + "' in: " + output));
    }

    Took took(double firstStep) {
        return new Took(firstStep, wall, cpu);
    }
}
