package gradientlab.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The other end of {@link Worker}: a contender's process. */
final class WorkerProcess implements AutoCloseable {

    private static final String ANSWER = "= ";

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private WorkerProcess(Process process) {
        this.process = process;
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static WorkerProcess start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.environment().put("MKL_NUM_THREADS", "1");
        builder.environment().putAll(environment);
        return new WorkerProcess(builder.start());
    }

    /** The versions of what does the work. */
    String version() throws IOException {
        return ask("version");
    }

    void open(Path folder, Size size) throws IOException {
        ask("open\t" + folder + "\t" + size.toLine());
    }

    Timing run(int steps) throws IOException {
        String[] parts = ask("run\t" + steps).split(" ");
        return new Timing(
                Double.parseDouble(parts[0]) / 1e3 / steps,
                Double.parseDouble(parts[1]) / 1e3 / steps,
                Double.parseDouble(parts[2].replace("nan", "NaN")));
    }

    private String ask(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
        }
        throw new IOException(
                "The worker " + process.info().commandLine().orElse("") + " ended at the order: " + order);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
