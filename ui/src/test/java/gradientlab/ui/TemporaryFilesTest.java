package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
    // Far above the seconds it takes: it only turns a JVM that does not end into a failure.
    private static final int LIMIT_SECONDS = 120;

    @TempDir
    Path folder;

    /** What the JVM runs: every page five times, and uploads; then it lists its folder for temporary files. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws Exception {
            try (var dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
                new TinyTraining(dashboard.listener("run", 1)).fit(1);
                for (int view = 0; view < 5; view++) {
                    visit(dashboard.address());
                }
                Files.write(Path.of(arguments[0]), names(Path.of(System.getProperty("java.io.tmpdir"))));
            }
        }

        private static void visit(URI dashboard) throws IOException, InterruptedException {
            for (String page : new String[] {"overview", "model", "system"}) {
                Http.get(dashboard.resolve("/train/" + page));
                Http.get(dashboard.resolve("/assets/js/train/" + page + ".js"));
            }
            String form = "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nx\r\n--B--\r\n";
            for (String path : new String[] {"/tsne/upload", "/train/overview", "/gradients"}) {
                for (String method : new String[] {"POST", "GET"}) {
                    RawHttp.send(
                            dashboard,
                            method + " " + path + " HTTP/1.1\r\nHost: " + dashboard.getAuthority()
                                    + "\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: "
                                    + form.length() + "\r\nConnection: close\r\n\r\n" + form);
                }
            }
        }
    }

    @Test
    void thereIsOneFolderOfTemplatesAndNothingIsLeftInTheEnd() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path listed = folder.resolve("listed");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        ForkedJvmTest.classPath(),
                        Main.class.getName(),
                        listed.toString())
                .inheritIO()
                .start();
        try {
            assertThat(jvm.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("the JVM ends")
                    .isTrue();
        } finally {
            jvm.destroyForcibly();
        }
        assertThat(Files.readAllLines(listed)).singleElement().asString().startsWith("gradientlab-templates-");
        assertThat(names(temporary)).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
