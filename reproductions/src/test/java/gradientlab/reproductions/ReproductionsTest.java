package gradientlab.reproductions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.lab.report.Block;
import gradientlab.lab.report.Section;
import gradientlab.language.Language;
import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class ReproductionsTest {

    private static MnistDataset data;

    @BeforeAll
    static void read() throws IOException {
        data = MnistDataset.bundled();
    }

    static List<Reproduction> all() {
        return Reproductions.ALL;
    }

    /** Named by their names, so that a failure says which; the numbers are the sources'. */
    @ParameterizedTest
    @MethodSource("all")
    void whatWasPublishedComesOutAgain(Reproduction reproduction) {
        Outcome outcome = reproduction.run(data, Effort.QUICK);
        assertThat(outcome.comparisons())
                .isNotEmpty()
                .allSatisfy(comparison -> assertThat(comparison.holds())
                        .as("%s: %s", reproduction.name(), comparison)
                        .isTrue());
        assertThat(Reproductions.section(reproduction, outcome, Language.ENGLISH)
                        .blocks())
                .hasSizeGreaterThan(2);
        assertTold(reproduction, outcome);
    }

    /** Of what a reproduction says, all is in the catalogue: in Russian nothing is as it was but names. */
    private static void assertTold(Reproduction reproduction, Outcome outcome) {
        Section told = Reproductions.section(reproduction, outcome, Language.RUSSIAN);
        Section english = Reproductions.section(reproduction, outcome, Language.ENGLISH);
        assertThat(texts(told)).as("in English").doesNotContainAnyElementsOf(texts(english));
        texts(told).stream()
                .filter(text -> !text.equals(told.asked())) // the titles of publications stay as they are
                .forEach(text -> assertThat(text).doesNotContainPattern(" (the|of|and|is|in|layers|units) "));
    }

    private static List<String> texts(Section section) {
        return Stream.concat(
                        Stream.of(section.title(), section.asked()),
                        section.blocks().stream().flatMap(ReproductionsTest::texts))
                .toList();
    }

    private static Stream<String> texts(Block block) {
        if (block instanceof Block.Table table) {
            return Stream.concat(
                    table.columns().stream(),
                    table.rows().stream()
                            .flatMap(row -> Stream.of(row.get(0), row.get(3)))
                            .filter(quantity -> !quantity.startsWith("n = ")));
        }
        if (block instanceof Block.Picture picture) {
            return Stream.of(picture.figure().title(), picture.figure().caption());
        }
        return Stream.of(block instanceof Block.Text text ? text.text() : ((Block.Answer) block).text());
    }

    @Test
    void aNumberThatIsOutOfBoundsIsNotReproduced() {
        Comparison wrong = Comparison.within("x", 1, 1.2, 0.1);
        assertThat(wrong.holds()).isFalse();
        assertThat(Comparison.within("x", 1, Double.NaN, 0.1).holds()).isFalse();
        assertThat(new Outcome(List.of(wrong), List.of(), "").reproduced()).isFalse();
        Draws draws = new Draws(new double[] {3, 1, 2});
        assertThat(Comparison.amongDraws("x", 2.9, draws).holds()).isTrue();
        assertThat(Comparison.amongDraws("x", 3.1, draws).holds()).isFalse();
        assertThat(draws.median()).isEqualTo(2);
        // std 1 over the root of 3
        assertThat(draws.standardError()).isCloseTo(1 / Math.sqrt(3), within(1e-12));
    }
}
