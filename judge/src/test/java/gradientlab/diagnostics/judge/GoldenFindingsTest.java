package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.history.History;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.jackson.databind.DeserializationFeature;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Verdicts on stored runs, word for word as they were read before they were stored.
 *
 * <p>Each run has 301 iterations on MNIST in batches of 32 (shuffled with seed 42), observed at 0, 1, 2, 5, 10 … and
 * where the listener adds an observation. The stored histograms are reduced to one bin; no rule reads them.
 * {@code -Dupdate.golden=true} writes the verdicts of today's rules, which are to be read before they are committed.
 */
class GoldenFindingsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/gradientlab/diagnostics/judge/golden");

    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lecture-depth-1",
                "lecture-depth-5",
                "torch-linear-depth-20",
                "zero-init",
                "input-divided-by-10000",
                "input-times-255",
                "learning-rate-10",
                "relu-learning-rate-10",
                "batch-norm-lr-1e-6",
                "kaiming-relu-healthy"
            })
    void aStoredRunGivesTheVerdictThatWasRead(String name) throws IOException {
        History run;
        try (InputStream in = new GZIPInputStream(
                GoldenFindingsTest.class.getResourceAsStream("golden/" + name + ".history.json.gz"))) {
            run = json.readValue(in, History.class);
        }
        History start = History.of(run.structure(), run.observations().get(0));
        String verdict =
                "Before the first step\n" + text(Said.judge(start)) + "\nAfter the run\n" + text(Said.judge(run));
        Path golden = GOLDEN.resolve(name + ".findings.txt");
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(golden, verdict);
        }

        assertThat(verdict).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    private static String text(List<Finding> findings) {
        return (findings.isEmpty()
                        ? Stream.of("nothing")
                        : findings.stream().map(finding -> finding.severity() + " " + finding.line()))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
