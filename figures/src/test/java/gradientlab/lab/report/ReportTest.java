package gradientlab.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.language.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final Figure FIGURE = new Figure(
            "curve",
            "A \"curve\"",
            "What it shows.",
            Plot.Curves.of(Axis.linear("x"), Axis.linear("y"), Curve.counted("c", 0, List.of(1.0, 2.0))));

    private static final Section SECTION = Section.of("part", "Part <one>", "What & why?")
            .answer("It came out as 2.3026, which is a sentence long enough to be broken into two lines on a console,"
                    + " at a space.")
            .text("Because.")
            .table("Numbers", List.of("", "loss"), List.of(List.of("a", "1.00"), List.of("longer", "12.00")))
            .figure(FIGURE)
            .build();

    @Test
    void thePageHoldsEverythingInItself() {
        String page =
                HtmlPage.of(new Report("Title", "Introduction.", List.of(SECTION, SECTION), Map.of("Java", "17")));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("Part &lt;one&gt;", "What &amp; why?", "<svg viewBox=")
                .contains("Table 1. Numbers", "Figure 2. What it shows.", "<dt>Java</dt><dd>17</dd>")
                .doesNotContain("http://", "https://", "<script", "<link", "url(");
    }

    /** One page holds both languages, and one is shown; a section of a part has its number, its answer behind a guess. */
    @Test
    void aPageInTwoLanguagesShowsTheFirst() {
        List<Report> reports = Stream.of(Language.RUSSIAN, Language.ENGLISH)
                .map(language -> new Report(
                        language,
                        language.title(),
                        "",
                        List.of(),
                        List.of(taught(2, "2 B", "late"), taught(1, "1 A", "early"), taught(1, "1 A", "next")),
                        Map.of()))
                .toList();

        String page = HtmlPage.of(reports, HtmlPage.Answers.FOLDED);

        assertThat(page)
                .contains("<html lang=\"ru\">", "<title>Русский</title>", "<main lang=\"ru\" data-title=\"Русский\">")
                .contains("<main lang=\"en\" data-title=\"English\" hidden>", "id=\"en-early\"", "localStorage")
                .contains("<summary>Ваша догадка? Затем читайте ответ</summary>", "<details class=\"guess\">")
                .contains(
                        "Таблица 1. T",
                        "<td data-name=\"x\">12,50\u00a0±\u00a00,10</td>",
                        "<td data-name=\"y\">N(0, 0.5)</td>")
                .contains(
                        "Table 1. T",
                        "<td data-name=\"x\">12.50\u00a0±\u00a00.10</td>",
                        "<dt>gain <span>усиление</span></dt>")
                .containsSubsequence("<h2>1 A</h2>", "1.1 early", "1.2 next", "<h2>2 B</h2>", "2.1 late")
                .doesNotContain("http://", "https://", "src=", "<link", "url(");
        assertThat(HtmlPage.of(reports, HtmlPage.Answers.OPEN)).contains("<details class=\"guess\" open>");
    }

    private static Section taught(int place, String part, String name) {
        return Section.of(name, name, "?")
                .part(new Section.Part(place, part))
                .answer("It came out.")
                .code("double f = 1 < 2;", "f = 1")
                .table("T", List.of("", "x", "y"), List.of(List.of("a", "12.50 ± 0.10", "N(0, 0.5)")))
                .glossary(List.of(new Block.Term("gain", "усиление", "A factor.")))
                .tryIt("run it", "/explore#depth=1")
                .build();
    }

    @Test
    void theConsoleShowsTheAnswerAndTheTables() {
        assertThat(ConsoleText.of(SECTION))
                .containsExactly(
                        "Part <one>",
                        "----------",
                        "It came out as 2.3026, which is a sentence long enough to be broken into two lines on a console, at",
                        "a space.",
                        "",
                        "            loss",
                        "  a         1.00",
                        "  longer   12.00",
                        "");
    }

    @Test
    void aTableTooWideForAConsoleIsNamedThere() {
        Section wide = Section.of("w", "W", "?")
                .table("Formulas", List.of("", "f"), List.of(List.of("a", "x".repeat(150))))
                .build();
        assertThat(ConsoleText.of(wide)).contains("  (in the report: Formulas)");
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        List<List<String>> rows = List.of(List.of("a"));
        assertThatThrownBy(() -> new Block.Table("T", List.of("", "x"), rows))
                .hasMessage("Table 'T' has 2 columns, but a row of 1: [a]");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2.30259, 2.30",
        "0.0123456, 0.0123",
        "1234.4, 1234",
        "1.2e-5, 1.20e-05",
        "NaN, NaN",
        "-0.5, -0.500"
    })
    void numbersKeepThreeSignificantDigits(double value, String text) {
        assertThat(Numbers.significant(value)).isEqualTo(text);
    }
}
