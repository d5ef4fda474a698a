package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(InBrowser.class)
class FlowInBrowserTest {

    private static final String SLIDER = ".gl-slider";
    private static final String WHERE = ".gl-where";
    private static final Pattern ITERATION = Pattern.compile("iteration ([\\d,]+)");
    private static final String COLUMNS = "a.column text:not(.kind)";

    @Test
    void theWholeNetOfTwentyLayersIsSeenAtOnceAndTheGradientFallsTowardsTheInput(Browser browser) {
        browser.open(Place.of("flow", Place.VANISHING));
        browser.awaitElement(COLUMNS);
        assertThat(browser.texts(COLUMNS))
                .as("an affine layer and its nonlinearity are one column")
                .hasSize(21)
                .startsWith("hidden-1", "hidden-2")
                .endsWith("hidden-20", "output");
        assertThat(right(browser, ".flow-plot")).isLessThanOrEqualTo(Browser.LAPTOP);
        List<Double> delta = heights(browser, ".mark.look3", 21);
        assertThat(delta.get(0) - delta.get(20))
                .as("δ of the first layer below that of the last")
                .isGreaterThan(30);
        assertThat(browser.texts(".flow-notes .also-seen"))
                .as("the cause is shown at its layer")
                .containsExactly("Also seen: Loss does not fall (iteration 299)");
        assertThat(browser.texts("a.column .kind")).startsWith("Dense tanh").endsWith("Output softmax");
        browser.screenshot("flow-20-layers");
    }

    @Test
    void nonlinearitiesHaveColumnsOfTheirOwnWhereThatIsAskedFor(Browser browser) {
        browser.open(Place.of("flow", Place.VANISHING));
        browser.awaitElement(COLUMNS);
        browser.click(".flow-apart input");
        browser.until("41 columns", () -> browser.count("a.column") == 41);
        assertThat(browser.address()).contains("apart=1");
        assertThat(browser.texts(COLUMNS))
                .startsWith("hidden-1 · Dense", "tanh-1 · tanh")
                .endsWith("tanh-20 · tanh", "output · Output softmax");
    }

    @Test
    void theCauseIsOneSentenceAboveThePicture(Browser browser) {
        browser.open(Place.of("flow", Place.VANISHING));
        browser.awaitElement(".flow-verdict a");
        assertThat(browser.text(".flow-verdict"))
                .contains("since iteration 0")
                .contains("What to do: ")
                .doesNotContain("undefined");
        browser.click(".flow-verdict a");
        browser.awaitElement(".finding.fault");
        assertThat(browser.address()).contains("#/findings?").contains("severity=FAULT");
        browser.open(Place.of("flow", Place.HEALTHY));
        browser.awaitText(".flow-verdict", "No fault found up to this iteration.");
    }

    @Test
    void theSliderGoesThroughTheKeptIterationsByKeyboard(Browser browser) {
        browser.open(Place.of("flow", Place.HEALTHY));
        browser.awaitText(WHERE, "iteration 590 (60 of 60)");
        List<Double> newest = heights(browser, ".mark.look0", 3);
        browser.element(SLIDER).sendKeys(Keys.HOME);
        browser.awaitText(WHERE, "iteration 0 (1 of 60)");
        browser.until(
                "the picture is that of iteration 0",
                () -> !heights(browser, ".mark.look0", 3).equals(newest));
        assertThat(browser.address()).endsWith("&iteration=0");
        browser.element(SLIDER).sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.awaitText(WHERE, "iteration 20 (3 of 60)");
    }

    @Test
    void playGoesOnByItselfAndStopsWhenAsked(Browser browser) {
        browser.open(Place.of("flow", Place.HEALTHY, "&iteration=0"));
        browser.awaitText(WHERE, "iteration 0 (1 of 60)");
        browser.element("body").sendKeys(Keys.SPACE);
        browser.awaitText(".gl-play", "Pause");
        browser.until("some iterations have been shown", () -> iteration(browser) >= 30);
        browser.click(".gl-play");
        browser.awaitText(".gl-play", "Play");
        assertThat(browser.address()).endsWith("&iteration=" + iteration(browser));
    }

    @Test
    void aRunThatIsFollowedShowsItsNewestIteration(Browser browser) {
        browser.open("/gradients");
        browser.awaitText(WHERE, "iteration");
        assertThat(browser.script("return document.getElementById('sessionSelect').value"))
                .isEqualTo(Place.LIVE);
        int first = iteration(browser);
        browser.until("a newer iteration is shown", () -> iteration(browser) > first);
        browser.click(".gl-check input");
        int stays = iteration(browser);
        browser.until("a newer one is there", () -> number(browser.text("#about")) > stays);
        assertThat(iteration(browser)).isEqualTo(stays);
    }

    @Test
    void valuesThatAreNotFiniteAreMarkedAndCounted(Browser browser) {
        browser.open(Place.of("flow", Place.NON_FINITE, "&iteration=0"));
        browser.awaitElement(COLUMNS);
        assertThat(browser.count(".flow-plot .cross")).isZero();
        assertThat(browser.count(".flow-plot .healthy, .flow-healthy"))
                .as("the line of a healthy ratio and its name")
                .isEqualTo(2);
        browser.open(Place.of("flow", Place.NON_FINITE, "&iteration=40"));
        browser.awaitText(".flow-notes", "NaN or ±∞ in 5 of 5 layers, nearest to the input hidden-1: z 280 +∞, 309 −∞");
        assertThat(browser.count(".broken")).as("columns").isEqualTo(3);
        assertThat(browser.count(".flow-plot .healthy, .flow-healthy"))
                .as("where nothing learns, no ratio is healthy")
                .isZero();
        assertThat(browser.texts(".badge.fault text")).isNotEmpty();
        browser.screenshot("flow-nan");
    }

    @Test
    void aLayerLeadsToItsHistogramsByKeyboard(Browser browser) {
        browser.open(Place.of("flow", Place.SATURATED, "&iteration=100"));
        browser.awaitElement(COLUMNS);
        browser.script("document.querySelectorAll('a.column')[0].focus()");
        browser.awaitText(".flow-card", "hidden-1, tanh-1");
        browser.screenshot("flow-card");
        browser.script("document.querySelectorAll('a.column')[0].focus()");
        browser.active().sendKeys(Keys.ENTER);
        browser.awaitElement(".pic-top");
        assertThat(browser.address())
                .contains("#/histograms?")
                .contains("layer=tanh-1")
                .contains("iteration=100");
    }

    @Test
    void theFiguresCanBeReadAsATable(Browser browser) {
        browser.open(Place.of("flow", Place.SATURATED, "&iteration=490"));
        browser.awaitElement(COLUMNS);
        browser.click(".gl-table summary");
        browser.awaitElement(".gl-table td");
        assertThat(browser.texts(".gl-table tbody th"))
                .containsExactly("hidden-1", "tanh-1", "hidden-2", "relu-2", "output");
        assertThat(browser.texts(".gl-table tbody td"))
                .contains("TANH", "RELU", "none")
                .doesNotContain("NaN", "undefined");
    }

    private static int iteration(Browser browser) {
        return number(browser.text(WHERE));
    }

    /** The number after the word "iteration"; -1 without one. */
    private static int number(String text) {
        Matcher found = ITERATION.matcher(text);
        return found.find() ? Integer.parseInt(found.group(1).replace(",", "")) : -1;
    }

    private static double right(Browser browser, String css) {
        return ((Number) browser.script(
                        "return document.querySelector(arguments[0]).getBoundingClientRect().right", css))
                .doubleValue();
    }

    /** The heights on the page of the first marks of a look; marks of the legend do not count. */
    private static List<Double> heights(Browser browser, String css, int count) {
        List<?> found = (List<?>) browser.script(
                "return [...document.querySelectorAll('.flow-plot ' + arguments[0])].slice(0, arguments[1]).map(e => e.getBoundingClientRect().top)",
                css,
                count);
        return found.stream().map(top -> ((Number) top).doubleValue()).toList();
    }
}
