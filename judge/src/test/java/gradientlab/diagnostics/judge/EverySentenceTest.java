package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import gradientlab.language.CatalogueCheck;
import gradientlab.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Every sentence of the catalogue is said of some run by the tests of the rules, and all of them were read.
 *
 * <p>{@code -Dupdate.golden=true} writes what is said today, which is to be read before it is committed.
 */
class EverySentenceTest {

    private static final Path CATALOGUE =
            Path.of("src/main/resources/gradientlab/diagnostics/judge/findings.properties");
    private static final Path GOLDEN =
            Path.of("src/test/resources/gradientlab/diagnostics/judge/golden/every-sentence.txt");

    /** The tests that judge runs. */
    private static final List<Class<?>> TESTS = List.of(
            JudgeTest.class,
            FactRulesTest.class,
            DataRulesTest.class,
            OverTimeTest.class,
            RareFindingsTest.class,
            RareStartsTest.class,
            GoldenFindingsTest.class);

    /**
     * Keys that are no evidence, cause or remedy: they frame a finding, tell of a trial of its remedy (both are told by
     * {@link Finding}), or stand in the source of a limit.
     */
    private static final List<String> FRAMES = List.of("finding.", "tried.", "source.");

    private static List<Finding> said;

    @BeforeAll
    static void runTheTestsOfTheRules() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(TESTS.stream().map(test -> selectClass(test)).toList())
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        said = Said.during(() -> LauncherFactory.create().execute(request, summary));
        assertThat(summary.getSummary().getFailures()).isEmpty();
    }

    @Test
    void everySentenceOfTheCatalogueIsSaidOfSomeRun() {
        TreeSet<String> keys = said.stream()
                .flatMap(finding -> sentences(finding).stream())
                .map(Message::key)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys)
                .containsExactlyElementsOf(CatalogueCheck.keys(CATALOGUE).stream()
                        .filter(key ->
                                !key.endsWith(".title") && FRAMES.stream().noneMatch(key::startsWith))
                        .sorted()
                        .toList());
    }

    @Test
    void everyFindingReadsAsItDidWhenItWasRead() throws IOException {
        Map<String, Finding> distinct = new TreeMap<>();
        said.stream()
                .sorted(Comparator.comparing(Finding::line))
                .forEach(finding -> distinct.putIfAbsent(
                        finding.rule().label()
                                + sentences(finding).stream().map(Message::key).toList(),
                        finding));
        String text = distinct.values().stream()
                .flatMap(finding -> Stream.of(finding.line(Language.ENGLISH), finding.line(Language.RUSSIAN), ""))
                .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(GOLDEN, text);
        }

        assertThat(text).isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    private static List<Message> sentences(Finding finding) {
        Wording wording = finding.wording();
        return List.of(wording.evidence(), wording.cause(), wording.remedy());
    }
}
