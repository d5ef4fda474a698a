package gradientlab.rulebenchmark.cases;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.run.Backend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that were written for this project; that they suffer and their twins learn, the benchmark checks itself. */
class WrittenCasesTest {

    private static final Path FOLDER = Path.of("src/main/resources/gradientlab/rulebenchmark/cases");

    /** Each half has at least this many kinds of fault, so that neither is about one kind alone. */
    private static final int KINDS = 15;

    private static List<PublishedCase> half(String name) throws IOException {
        return CaseFile.read(FOLDER.resolve("written-" + name + ".json"));
    }

    @BeforeAll
    static void start() {
        Backend.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void everyProgramAndItsTwinCanBeBuiltAndDiffer(String name) throws IOException {
        Set<String> ids = new HashSet<>();
        Set<Set<String>> kinds = new HashSet<>();
        for (PublishedCase each : half(name)) {
            assertThat(ids.add(each.id())).as("%s is there once", each.id()).isTrue();
            kinds.add(each.main());
            assertThat(each.cause()).as(each.id()).isNotEmpty().containsAll(each.main());
            assertThat(each.fixed().orElseThrow()).as(each.id()).isNotEqualTo(each.program());
            assertThat(CaseNet.of(new Spec(each.id(), each.program()), 1).numParams())
                    .as(each.id())
                    .isPositive();
            assertThat(CaseNet.of(new Spec(each.id(), each.fixed().orElseThrow()), 1)
                            .numParams())
                    .as(each.id())
                    .isPositive();
        }
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(KINDS);
    }

    @Test
    void theHalvesShareNoProgram() throws IOException {
        Set<String> first =
                new HashSet<>(half("first").stream().map(PublishedCase::id).toList());
        assertThat(half("second")).extracting(PublishedCase::id).doesNotContainAnyElementsOf(first);
    }
}
