package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedJvmTest {
    // Far above the seconds it takes: it only turns a JVM that does not end into a failure.
    private static final int LIMIT_SECONDS = 120;

    @TempDir
    Path folder;

    /** What the JVM runs: a dashboard with a run, closed at the end of main, and no System.exit. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws Exception {
            try (var dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
                new TinyTraining(dashboard.listener("run", 1)).fit(3);
                Files.writeString(
                        Path.of(arguments[0]),
                        String.valueOf(Http.get(dashboard.address()).statusCode()));
            }
        }
    }

    @Test
    void theJvmEndsByItselfAfterClosingAndNothingWasPrinted() throws Exception {
        Path status = folder.resolve("status");
        Path printed = folder.resolve("printed");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        status.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(jvm.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("the JVM ends")
                    .isTrue();
            assertThat(jvm.exitValue()).as(Files.readString(printed)).isZero();
        } finally {
            jvm.destroyForcibly();
        }
        assertThat(status).hasContent("200");
        assertThat(printed).isEmptyFile();
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
