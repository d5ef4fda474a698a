package gradientlab.rulebenchmark.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the collection's own figures are rounded to. */
    private static final double ROUNDED = 1e-6;

    @TempDir
    private Path folder;

    static List<String> ids() throws IOException {
        return CaseFile.bundled().stream().map(PublishedCase::id).toList();
    }

    private static PublishedCase bundled(String id) throws IOException {
        return CaseFile.bundled().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The collection gives these figures of its own data, so that a generator can be tested with them. */
    @ParameterizedTest
    @MethodSource("ids")
    void theRecipesMakeTheDataOfTheCollection(String id) throws IOException {
        Spec program = new Spec(id, bundled(id).program());
        Spec data = program.child("data");
        Spec check = program.child("dataCheck");
        CaseRows[] rows = Recipes.of(data, MnistOnce.data());

        assertThat(rows[0].size()).isEqualTo(check.whole("trainRows"));
        assertThat(rows[0].x()[0]).hasSize(check.whole("columns"));
        double[] first = check.has("firstRow") ? check.numbers("firstRow") : new double[0]; // none for images
        for (int j = 0; j < first.length; j++) {
            assertThat(rows[0].x()[0][j])
                    .as("first row, column %s", j)
                    .isCloseTo(first[j], within(tolerance(first[j])));
        }
        double[] all =
                Arrays.stream(rows[0].x()).flatMapToDouble(Arrays::stream).toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        double square =
                Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(mean).isCloseTo(check.number("xMean"), within(tolerance(check.number("xMean"))));
        assertThat(Math.sqrt(square)).isCloseTo(check.number("xStd"), within(tolerance(check.number("xStd"))));
    }

    private static double tolerance(double expected) {
        return 2 * ROUNDED * Math.max(1, Math.abs(expected));
    }

    /** RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}                 | {\"a\":\"c\"}                            | {\"a\":\"c\"}",
                "{\"a\":\"b\"}                 | {\"b\":\"c\"}                            | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}                 | {\"a\":null}                             | {}",
                "{\"a\":\"b\",\"b\":\"c\"}     | {\"a\":null}                             | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}               | {\"a\":\"c\"}                            | {\"a\":\"c\"}",
                "{\"a\":\"c\"}                 | {\"a\":[\"b\"]}                          | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}         | {\"a\":{\"b\":\"d\",\"c\":null}}         | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}       | {\"a\":[1]}                              | {\"a\":[1]}",
                "[\"a\",\"b\"]                 | [\"c\",\"d\"]                            | [\"c\",\"d\"]",
                "{\"a\":\"b\"}                 | [\"c\"]                                  | [\"c\"]",
                "{\"a\":\"foo\"}               | null                                     | null",
                "{\"a\":\"foo\"}               | \"bar\"                                  | \"bar\"",
                "{\"e\":null}                  | {\"a\":1}                                | {\"e\":null,\"a\":1}",
                "[1,2]                         | {\"a\":\"b\",\"c\":null}                 | {\"a\":\"b\"}",
                "{}                            | {\"a\":{\"bb\":{\"ccc\":null}}}          | {\"a\":{\"bb\":{}}}"
            })
    void aFixIsAMergePatch(String target, String patch, String result) throws IOException {
        assertThat(MergePatch.apply(JSON.readTree(target), JSON.readTree(patch)))
                .isEqualTo(JSON.readTree(result));
    }

    /** A linear regression at a rate ten times too high, in DL4J as in the collection's own check: not finite. */
    @Test
    void aFaultyProgramAndItsFixedTwinAreTrainedAndJudged() throws IOException {
        Backend.start();
        List<PublishedCase> one = List.of(bundled("SO-39939881"));

        CaseBenchmark result = CaseBenchmark.run(one, MnistOnce.data(), 2, Watch.nobody());

        assertThat(result.dropped()).isEmpty();
        assertThat(result.verdicts()).hasSize(4);
        CaseScore own = result.scores().get(0);
        assertThat(own.rules()).isEqualTo(CaseJudge.OWN_FIRST);
        assertThat(own.recall()).as("named: %s", result.verdicts()).isEqualTo(1);
        assertThat(own.falseAlarmRate()).isZero();
        assertThat(CaseReport.markdown(result)).contains("| SO-39939881, seed 11 | lr-too-high |");
        assertThat(CaseBenchmark.run(one, MnistOnce.data(), 1, Watch.nobody()))
                .as("with one worker")
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "optimizer.kind | \"lion\"  | SO-39939881.optimizer.kind: 'lion' is not supported",
                "optimizer.lr   | \"fast\"  | SO-39939881.optimizer.lr must be a number, not \"fast\"",
                "data.kind      | \"parquet\" | SO-39939881.data.kind: 'parquet' is not supported",
                "net.output     | 3         | SO-39939881.net.output must be a JSON object, not 3"
            })
    void whatCannotBeBuiltIsRefusedWithTheCaseAndTheKey(String path, String value, String message) throws IOException {
        String[] keys = path.split("\\.", 2);
        JsonNode patch = JSON.readTree("{\"" + keys[0] + "\": {\"" + keys[1] + "\": " + value + "}}");
        Spec broken =
                new Spec("SO-39939881", MergePatch.apply(bundled("SO-39939881").program(), patch));
        assertThatThrownBy(() -> {
                    CaseNet.of(broken, 1);
                    Recipes.of(broken.child("data"), MnistOnce.data());
                })
                .isInstanceOf(CaseException.class)
                .hasMessage(message);
    }

    @Test
    void aFileThatIsNoListOfCasesIsNamed() throws IOException {
        Path file = folder.resolve("cases.json");
        assertThatThrownBy(() -> CaseFile.read(file)).hasMessage(file + ": there is no such file");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> CaseFile.read(file)).hasMessage(file + ": must be a list of cases");
        Files.writeString(file, "[{\"title\": 1}]");
        assertThatThrownBy(() -> CaseFile.read(file)).hasMessage(file + ": case 0.id must be a text, not null");
        Files.writeString(file, "[");
        assertThatThrownBy(() -> CaseFile.read(file)).hasMessageStartingWith(file + ": not JSON: ");
    }

    @Test
    void aScoreCountsEachRunOnce() {
        List<CaseVerdict> verdicts = List.of(
                verdict(true, "lr-too-high"), // named
                verdict(true, "dead-relu"), // alarm, the wrong name
                verdict(true), // missed
                verdict(false, "dead-relu"), // false alarm
                verdict(false));

        CaseScore score = CaseScore.of("rules", verdicts);

        assertThat(score.precision()).isEqualTo(1.0 / 3);
        assertThat(score.recall()).isEqualTo(1.0 / 3);
        assertThat(score.f1()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(score.detectionRecall()).isEqualTo(2.0 / 3);
        assertThat(score.lenientRecall()).as("dead-relu is a symptom").isEqualTo(2.0 / 3);
        assertThat(score.falseAlarmRate()).isEqualTo(0.5);
    }

    private static CaseVerdict verdict(boolean faulty, String... named) {
        return new CaseVerdict(
                "x",
                1,
                faulty,
                java.util.Set.of("lr-too-high"),
                java.util.Set.of("dead-relu"),
                java.util.Set.of("lr-too-high"),
                0.5,
                java.util.Map.of("rules", java.util.Set.of(named)),
                List.of());
    }
}
