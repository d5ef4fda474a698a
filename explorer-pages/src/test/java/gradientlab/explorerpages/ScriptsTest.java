package gradientlab.explorerpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The unit tests of the JavaScript, by {@code node --test}; where Node is not installed they are skipped. */
class ScriptsTest {

    private static final Path NODE = Path.of("/usr/bin/node");

    @Test
    void theScriptsPassTheirTests() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(NODE), "Node is not installed: the unit tests of the JavaScript are skipped.");
        Process process = new ProcessBuilder(
                        NODE.toString(),
                        "--import",
                        "./src/test/js/pages.js",
                        "--test",
                        "--test-reporter=tap",
                        "src/test/js/")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).contains("# pass ").doesNotContain("# pass 0").contains("# fail 0");
    }
}
