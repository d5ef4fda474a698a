package gradientlab.experiments.longrun;

import gradientlab.experiments.GradientLab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code train} in a process of its own. */
final class TrainingProcess implements AutoCloseable {
    private static final Pattern DASHBOARD = Pattern.compile("Dashboard: (http://\\S+)");
    private static final Pattern LATEST = Pattern.compile("\"latest\":(\\d+)");
    private static final int PAUSE_MILLIS = 100;

    private final Process process;
    private final Path log;

    TrainingProcess(Path folder, int epochs, String... options) throws IOException {
        log = folder.resolveSibling(folder.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                GradientLab.class.getName(),
                "train",
                "--init=xavier-normal",
                "--epochs=" + epochs,
                "--out=" + folder));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    long id() {
        return process.pid();
    }

    boolean runs() {
        return process.isAlive();
    }

    int end() throws InterruptedException {
        return process.waitFor();
    }

    URI dashboard() throws IOException, InterruptedException {
        while (process.isAlive()) {
            Matcher found = DASHBOARD.matcher(Files.readString(log));
            if (found.find()) {
                return URI.create(found.group(1));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("There is no dashboard: " + Files.readString(log));
    }

    /** The newest iteration that the dashboard has a report of; -1 before the first. */
    int iteration() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(dashboard().resolve("/gradients/api/sessions"))
                .build();
        String sessions = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher latest = LATEST.matcher(sessions);
        return latest.find() ? Integer.parseInt(latest.group(1)) : -1;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
