package gradientlab.rulebenchmark.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.lab.run.Backend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of other kinds: sequences, signals, skips, autoencoders; and healthy ones that look odd. */
class OtherKindsTest {

    private static final Path FOLDER = Path.of("src/main/resources/gradientlab/rulebenchmark/cases");

    private static List<PublishedCase> half(String name) throws IOException {
        return CaseFile.read(FOLDER.resolve("kinds-" + name + ".json"));
    }

    private static Spec spec(String json) throws IOException {
        return new Spec("case", new ObjectMapper().readTree(json));
    }

    @BeforeAll
    static void start() {
        Backend.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "third"})
    void everyProgramCanBeBuiltAndDiffersFromItsTwin(String name) throws IOException {
        Set<String> ids = new HashSet<>();
        for (PublishedCase each : half(name)) {
            assertThat(ids.add(each.id())).as("%s is there once", each.id()).isTrue();
            assertThat(each.healthy()).as(each.id()).isEqualTo(each.fixed().isEmpty());
            assertThat(each.cause().isEmpty()).as(each.id()).isEqualTo(each.healthy());
            assertThat(parameters(each.id(), each.program())).as(each.id()).isPositive();
            each.fixed().ifPresent(fixed -> {
                assertThat(fixed).as(each.id()).isNotEqualTo(each.program());
                assertThat(parameters(each.id(), fixed)).as(each.id()).isPositive();
            });
        }
    }

    private static long parameters(String id, com.fasterxml.jackson.databind.JsonNode program) {
        return CaseNet.of(new Spec(id, program), 1).numParams();
    }

    @Test
    void theSetsShareNoProgram() throws IOException {
        List<String> first = half("first").stream().map(PublishedCase::id).toList();
        List<String> second = half("second").stream().map(PublishedCase::id).toList();

        assertThat(second).doesNotContainAnyElementsOf(first);
        assertThat(half("third"))
                .extracting(PublishedCase::id)
                .doesNotContainAnyElementsOf(first)
                .doesNotContainAnyElementsOf(second);
    }

    @Test
    void aSkipMakesAGraphAndAWrappedLayerStaysInAStack() throws IOException {
        String rest = "\"output\": {\"units\": 2, \"activation\": \"softmax\", \"loss\": \"mcxent\"}},"
                + " \"optimizer\": {\"kind\": \"sgd\", \"lr\": 0.1}}";
        Spec skip = spec("{\"net\": {\"input\": [4], \"layers\": [{\"type\": \"residual\", \"layers\": "
                + "[{\"type\": \"dense\", \"units\": 4, \"activation\": \"tanh\"}]}], " + rest);
        Spec last =
                spec("{\"net\": {\"input\": [3, 5], \"layers\": [{\"type\": \"lstm\", \"units\": 4, \"last\": true}], "
                        + rest);

        // 4·4 + 4 of the layer inside and 4·2 + 2 of the output: the skip has none
        assertThat(CaseNet.of(skip, 1))
                .isInstanceOf(ComputationGraph.class)
                .satisfies(net -> assertThat(net.numParams()).isEqualTo(30));
        assertThat(((MultiLayerNetwork) CaseNet.of(last, 1))
                        .getLayerWiseConfigurations()
                        .getConf(0)
                        .getLayer())
                .isInstanceOf(LastTimeStep.class);
    }

    @Test
    void theMaskEndsWithTheLastStepThatIsNotZero() {
        // two channels of four steps: the first ends after step 1, the second after step 2
        float[][] rows = {{1, 2, 0, 0, 0, 0, 3, 0}, {0, 0, 0, 0, 0, 0, 0, 0}};

        assertThat(SequenceRecipe.mask(rows, 2)).isDeepEqualTo(new float[][] {{1, 1, 1, 0}, {0, 0, 0, 0}});
    }

    @Test
    void paddedSequencesAreZeroFromTheirEndOnAndTheLastSymbolIsTheirLabel() throws IOException {
        Spec data = spec("{\"kind\": \"sequence\", \"task\": \"last\", \"rows\": 200, \"channels\": 3, \"steps\": 6,"
                + " \"shortest\": 2}");
        CaseRows rows = SequenceRecipe.of(data, new Random(1));

        for (int i = 0; i < rows.size(); i++) {
            int length = (int) Arrays.stream(rows.x()[i]).sum();
            assertThat(length).isBetween(2, 6);
            assertThat(rows.x()[i][(int) rows.y()[i][0] * 6 + length - 1]).isEqualTo(1);
        }
    }

    @Test
    void eachRowHasOneOfTheColumnsOfACategory() throws IOException {
        Spec data =
                spec("{\"problem\": \"ordinal\", \"classes\": 4, \"rows\": 400, \"columns\": [{\"dist\": \"category\","
                        + " \"repeat\": 5}, {\"dist\": \"category\", \"repeat\": 3}], \"target\": {\"kind\": \"teacher\","
                        + " \"hidden\": 3, \"noise\": 0.1}}");
        CaseRows rows = TableRecipe.of(data, new Random(1));

        assertThat(List.of(rows.x())).allSatisfy(row -> {
            assertThat(Arrays.stream(row, 0, 5).sum()).isEqualTo(1);
            assertThat(Arrays.stream(row, 5, 8).sum()).isEqualTo(1);
        });
        // 400 / 5 = 80, within four standard deviations of a binomial: 4·√(400·0.2·0.8) = 32
        assertThat(Arrays.stream(rows.x()).mapToDouble(row -> row[0]).sum()).isCloseTo(80, within(32.0));
        // grades are quarters of the rows in the order of the score
        assertThat(Arrays.stream(rows.y()).filter(y -> y[0] == 3).count()).isEqualTo(100);
    }

    @Test
    void anUnknownScheduleIsRefusedByItsName() throws IOException {
        Spec program = spec("{\"optimizer\": {\"kind\": \"sgd\", \"lr\": 0.1, \"schedule\": {\"kind\": \"often\"}}}");

        assertThatThrownBy(() -> CaseParts.updater(program))
                .hasMessage("case.optimizer.schedule.kind: 'often' is not supported");
    }
}
