package gradientlab.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit tests of the JavaScript, by {@code node --test}; where Node is not installed they are skipped. */
class ScriptsTest {

    private static final Pattern PASSED = Pattern.compile("^# pass (\\d+)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void theScriptsPassTheirTests() throws IOException, InterruptedException {
        Optional<Path> node = onPath("node");
        assumeTrue(node.isPresent(), "Node is not on the PATH: the unit tests of the JavaScript are skipped.");
        Path output = folder.resolve("node.txt");
        Process process = new ProcessBuilder(
                        node.orElseThrow().toString(), "--test", "--test-reporter=tap", "src/test/js/")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("node ended").isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        Matcher passed = PASSED.matcher(text);
        assertThat(passed.find()).as(text).isTrue();
        assertThat(Integer.parseInt(passed.group(1))).as("tests that ran").isGreaterThan(30);
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
