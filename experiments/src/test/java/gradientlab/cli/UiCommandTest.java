package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a process of its own, which runs until it is told to end. */
@Timeout(120)
class UiCommandTest {

    private static final String DASHBOARD = "Dashboard: http://127\\.0\\.0\\.1:\\d+/\\S+ until Ctrl-C";

    @TempDir
    private Path folder;

    @Test
    void theDemoPrintsItsAddressOnOneLineAndRunsUntilItIsTold() throws Exception {
        String sessions = served("ui", "--demo", "--ui-port", "0");

        assertThat(sessions).contains("healthy, 1 hidden layer", "NaN at iteration 40", "live");
    }

    @Test
    void finishedRunsAreServedWithoutTraining() throws Exception {
        train("first", "torch-linear");
        train("second", "xavier-normal");

        String sessions = served(
                "ui",
                folder.resolve("first").toString(),
                folder.resolve("second").toString(),
                "--ui-port",
                "0");

        assertThat(sessions).contains("torch-linear, seed 42 [first]", "xavier-normal, seed 42 [second]");
    }

    private void train(String to, String init) {
        assertThat(Cli.run(
                        List.of(),
                        "train",
                        "--quiet",
                        "--init",
                        init,
                        "--epochs",
                        "1",
                        "--batches-per-epoch",
                        "5",
                        "--out",
                        folder.resolve(to).toString()))
                .isZero();
    }

    @Test
    void theExplorerBeginsWithTheNetOfTheCommandLine() throws Exception {
        String picture = answered(
                "Explorer: http://127\\.0\\.0\\.1:\\d+/explore#depth=3&init=kaiming-normal until Ctrl-C",
                "/explore/api/picture?depth=3&init=kaiming-normal",
                "explore",
                "--ui-port",
                "0",
                "depth=3",
                "init=kaiming-normal");

        assertThat(picture).contains("\"title\":\"3 × 128 tanh, kaiming-normal\"");
    }

    @Test
    void aDashboardOfFinishedRunsHasTheExplorerToo() throws Exception {
        String picture = answered(DASHBOARD, "/explore/api/picture?depth=1", "ui", "--demo", "--ui-port", "0");

        assertThat(picture).contains("\"title\":\"1 × 128 tanh, torch-linear\"");
    }

    /** What the sessions' route says of the dashboard that the arguments start. */
    private static String served(String... arguments) throws IOException, InterruptedException {
        return answered(DASHBOARD, "/gradients/api/sessions", arguments);
    }

    /** What a route says of the server that the arguments start, which prints one line. */
    private static String answered(String printedLine, String route, String... arguments)
            throws IOException, InterruptedException {
        Process process = OwnProcess.start(List.of(arguments));
        try (BufferedReader printed = process.inputReader()) {
            String line = printed.readLine();
            assertThat(line).matches(printedLine);
            URI page = URI.create(line.split(" ")[1]);
            String sessions = get(page.resolve(route));
            // Not Process.destroy, which closes the stream that is still to be read.
            process.toHandle().destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(printed.lines()).as("nothing else is printed").isEmpty();
            return sessions;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
