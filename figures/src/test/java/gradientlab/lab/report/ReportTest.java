package gradientlab.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import java.util.List;
import java.util.Map;
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
        String page = HtmlPage.of(
                new Report("Title", "Introduction.", List.of(SECTION, SECTION), Map.of("Java", "17")), f -> "<svg/>");
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("Part &lt;one&gt;", "What &amp; why?", "alt=\"A &quot;curve&quot;. What it shows.\"")
                .contains("data:image/svg+xml;base64,PHN2Zy8+")
                .contains("Table 1. Numbers", "Figure 2. What it shows.", "<dt>Java</dt><dd>17</dd>")
                .doesNotContain("http://", "https://", "<script", "<link", "url(");
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
