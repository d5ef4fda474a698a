package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.language.CatalogueCheck;
import gradientlab.language.Language;
import java.nio.file.Path;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of sentences against the code, and how a finding is told in a language. */
class FindingTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/gradientlab/diagnostics/judge");
    /** What steps on copies have shown is worded where they are made. */
    private static final Path OF_TRIALS = Path.of("../remedies/src/main/java");

    private static final Path CATALOGUE =
            Path.of("src/main/resources/gradientlab/diagnostics/judge/findings.properties");
    /** A literal such as "dead-units.evidence.fresh": words with hyphens, joined by dots. */
    private static final Pattern KEY = Pattern.compile("\"((?!gradientlab)[a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void theCatalogueHasTheKeysThatTheCodeUsesAndNoOther() {
        TreeSet<String> used = CatalogueCheck.literals(SOURCES, KEY);
        used.addAll(CatalogueCheck.literals(OF_TRIALS, KEY));
        for (Rule rule : Rule.values()) {
            used.add(rule.label() + ".title");
        }
        for (String key : CatalogueCheck.keys(CATALOGUE)) {
            if (key.startsWith("source.") && isInASource(Message.of(key).text())) {
                used.add(key);
            }
        }

        assertThat(used).hasSizeGreaterThan(60).isEqualTo(CatalogueCheck.keys(CATALOGUE));
    }

    private static boolean isInASource(String phrase) {
        return Stream.of(Limit.values()).anyMatch(limit -> limit.source().contains(phrase))
                || !CatalogueCheck.literals(SOURCES, Pattern.compile("\"([^\"]*" + Pattern.quote(phrase) + ")\""))
                        .isEmpty();
    }

    @Test
    void everyLanguageHasTheSameKeysAndPlaces() {
        CatalogueCheck.sameInEveryLanguage(CATALOGUE);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasATitle(Rule rule) {
        assertThat(rule.title()).isNotBlank().doesNotContain("{");
    }

    @Test
    void aFindingIsToldInAnotherLanguage() {
        Finding finding = Finding.of(
                Rule.OUTPUT_TOO_WIDE,
                "out.1.5",
                -1,
                0,
                new Wording(
                        Message.of("output-too-wide.evidence", "9.59", "2.00"),
                        Message.of("weights-too-wide.cause", "out.1.5"),
                        Message.verbatim("as it is 1.5"),
                        null),
                Remedy.OTHER,
                "source");

        assertThat(finding.evidence()).isEqualTo("std of the logits 9.59, limit 2.00");
        assertThat(finding.line(Language.RUSSIAN))
                .isEqualTo("[output-too-wide] out.1.5, итерация 0: std логитов 9,59, порог 2,00."
                        + " Причина: веса слоя out.1.5 имеют слишком большой разброс. Что сделать: as it is 1.5.");
        assertThat(Rule.OUTPUT_TOO_WIDE.title(Language.RUSSIAN)).isEqualTo("Слишком большой разброс логитов");
        assertThat(finding.in(Language.RUSSIAN).in(Language.ENGLISH)).isEqualTo(finding);
    }

    /** Of our own words none stays English: what is left of them is titles, names and numbers. */
    @ParameterizedTest
    @EnumSource(Limit.class)
    void theSourceOfALimitIsToldWithoutEnglishSentences(Limit limit) {
        String told = SourceText.in(Language.RUSSIAN, limit.source());

        assertThat(told).doesNotContain("reckoning", "measured", " is ", " the ", "batches", "section", "algorithm");
        assertThat(SourceText.in(Language.ENGLISH, limit.source())).isEqualTo(limit.source());
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale.setDefault(Language.RUSSIAN.locale());

        assertThat(Rule.OUTPUT_TOO_WIDE.title()).isEqualTo("Logits too wide");
        assertThat(EvidenceText.text(1.5)).isEqualTo("1.50");
    }

    @Test
    void aFindingStoredWithoutKeysKeepsItsTextsInEveryLanguage() {
        Finding stored = new Finding(
                Rule.DEAD_UNITS,
                "h1",
                3,
                7,
                "5 of 20",
                "why {0}",
                "it's what to do",
                Remedy.OTHER,
                "source",
                null,
                null);

        assertThat(stored.wording().evidence()).isEqualTo(Message.verbatim("5 of 20"));
        assertThat(stored.in(Language.RUSSIAN)).isEqualTo(stored);
        assertThat(stored.line())
                .isEqualTo("[dead-units] h1, unit 3, iteration 7: 5 of 20. Cause: why {0}. Remedy: it's what to do.");
    }

    @Test
    void aKeyThatIsInNoCatalogueIsAnError() {
        assertThatThrownBy(() -> Message.of("taste.evidence").text()).isInstanceOf(MissingResourceException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.00001, 1.0e-05",
        "0.0595, 0.0595",
        "1.5, 1.50",
        "83.68, 83.7",
        "784, 784",
        "NaN, NaN",
        "123456, 1.2e+05"
    })
    void numbersHaveThreeDigitsAndZeroIsPlain(double value, String text) {
        assertThat(EvidenceText.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-5, 10^-5.00",
        "-0.146, 10^-0.146",
        "8.8e-8, 10^0.000",
        "-8.8e-8, 10^0.000",
        "1.234, 10^1.23",
        "-Infinity, 10^-Infinity",
        "NaN, 10^NaN"
    })
    void anExponentIsNeverWrittenWithOneItself(double exponent, String text) {
        assertThat(EvidenceText.powerOfTen(exponent)).isEqualTo(text);
    }

    @Test
    void aRuleIsCheckedOnceForAllThatAskForIt() {
        Runs runs = new Runs(2);
        runs.loss = 5;
        runs.logitStd = 3;
        RuleContext run = new RuleContext(runs.history(0), Limits.DEFAULT);

        assertThat(run.findings(Rule.OUTPUT_TOO_WIDE)).hasSize(1).isSameAs(run.findings(Rule.OUTPUT_TOO_WIDE));
    }
}
