package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.jackson.databind.DeserializationFeature;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Findings on stored runs against those that the rules of commit c64d4ba made of the same runs.
 *
 * <p>Each run has 301 iterations on MNIST in batches of 32 (shuffled with seed 42), observed at 0, 1, 2, 5, 10 … and
 * where the listener adds an observation. The stored histograms are reduced to one bin; no rule reads them.
 */
class GoldenFindingsTest {

    private static final Pattern NUMBER = Pattern.compile("(?<power>10\\^)?(?<digits>-?\\d+(\\.\\d+)?(e[+-]?\\d+)?)");
    /** Evidence has three significant digits. */
    private static final double DIGITS = 0.005;

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
    void aStoredRunGivesTheFindingsItAlwaysGave(String name) throws IOException {
        History run;
        try (InputStream in = new GZIPInputStream(resource(name + ".history.json.gz"))) {
            run = json.readValue(in, History.class);
        }
        JsonNode golden;
        try (InputStream in = resource(name + ".findings.json")) {
            golden = json.readTree(in);
        }

        assertSame(Judge.judge(run), golden.get("run"), run);
        History start = History.of(run.structure(), run.observations().get(0));
        assertSame(Judge.judge(start), golden.get("first"), run);
    }

    private static void assertSame(List<Finding> findings, JsonNode golden, History run) {
        assertThat(findings)
                .extracting(GoldenFindingsTest::place)
                .isEqualTo(StreamSupport.stream(golden.spliterator(), false)
                        .map(GoldenFindingsTest::place)
                        .toList());
        IntStream.range(0, findings.size())
                .forEach(i -> assertThat(numbers(findings.get(i).evidence(), run))
                        .as(findings.get(i).line())
                        .usingComparatorForType(GoldenFindingsTest::compare, Double.class)
                        .usingRecursiveComparison()
                        .isEqualTo(numbers(golden.get(i).get("evidence").asText(), run)));
    }

    private static List<Object> place(Finding finding) {
        return List.of(
                finding.rule(),
                finding.layer(),
                finding.unit(),
                finding.iteration(),
                finding.change().kind(),
                finding.change().number("factor"),
                finding.source());
    }

    private static List<Object> place(JsonNode golden) {
        Remedy change = Remedy.valueOf(golden.get("change").asText());
        return List.of(
                Rule.valueOf(golden.get("rule").asText()),
                golden.get("layer").asText(),
                golden.get("unit").asInt(),
                golden.get("iteration").asInt(),
                change.kind(),
                change.number("factor"),
                golden.get("source").asText());
    }

    /** The numbers of the evidence, without those in names of layers. */
    private static List<Double> numbers(String text, History run) {
        String evidence = text;
        for (LayerFacts layer : run.structure().layers()) {
            evidence = evidence.replace(layer.name(), "");
        }
        Matcher number = NUMBER.matcher(evidence);
        List<Double> numbers = new ArrayList<>();
        while (number.find()) {
            double value = Double.parseDouble(number.group("digits"));
            // exponents had three digits and have three decimals
            numbers.add(number.group("power") == null ? value : Math.rint(1000 * value) / 1000);
        }
        return numbers;
    }

    private static int compare(Double a, Double b) {
        boolean same = a.equals(b) || Math.abs(a - b) <= DIGITS * Math.max(Math.abs(a), Math.abs(b));
        return same ? 0 : Double.compare(a, b);
    }

    private static InputStream resource(String name) {
        return GoldenFindingsTest.class.getResourceAsStream("golden/" + name);
    }
}
