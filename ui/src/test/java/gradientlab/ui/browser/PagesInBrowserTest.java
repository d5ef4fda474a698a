package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(InBrowser.class)
class PagesInBrowserTest {

    private static final String SESSION = "sessionSelect";

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("flow", "a.column text"),
                Arguments.of("histograms", ".pic-top"),
                Arguments.of("units", ".pic-top"),
                Arguments.of("findings", ".finding"),
                Arguments.of("compare", ".pic-top"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewDrawsARun(String view, String seen, Browser browser) {
        for (int width : new int[] {Browser.LAPTOP, Browser.DESKTOP}) {
            browser.size(width, 900);
            browser.open(Place.of(view, Place.SATURATED));
            browser.awaitElement(seen);
            assertDrawn(browser, seen);
            assertNoWiderThan(width, browser);
            browser.screenshot(view + "-" + width);
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void onAPhoneTwentyLayersScrollInTheirBoxAndThePageDoesNot(String view, String seen, Browser browser) {
        browser.size(Browser.PHONE, 844);
        browser.open(Place.of(view, Place.VANISHING));
        browser.awaitElement(seen);
        assertDrawn(browser, seen);
        assertNoWiderThan(Browser.PHONE, browser);
        browser.screenshot(view + "-phone");
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewIsDarkWhereTheReaderWantsItDark(String view, String seen, Browser browser) {
        browser.dark(true);
        browser.open(Place.of(view, Place.VANISHING));
        browser.awaitElement(seen);
        assertDrawn(browser, seen);
        assertThat(brightness(browser, "backgroundColor")).isLessThan(60);
        assertThat(brightness(browser, "color")).isGreaterThan(180);
        browser.screenshot(view + "-dark");
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewStandsARunThatEndsInNaN(String view, String seen, Browser browser) {
        browser.open(Place.of(view, Place.NON_FINITE, "&iteration=40"));
        browser.awaitElement(seen);
        assertDrawn(browser, seen);
        assertThat(browser.text("#view")).doesNotContain("undefined");
        browser.screenshot(view + "-nan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow", "histograms", "units"})
    void whereNothingIsThereYetItIsSaidWhatIsAwaited(String view, Browser browser) {
        browser.open(Place.of(view, Place.NOTHING_YET));
        browser.awaitText(
                ".gl-empty",
                "Waiting for the first snapshot of this session: it is taken at iteration 0, before the first update.");
    }

    @Test
    void withoutFindingsItIsSaidSo(Browser browser) {
        browser.open(Place.of("findings", Place.HEALTHY));
        browser.awaitText(".gl-empty", "Nothing found so far.");
    }

    @Test
    void theSessionChosenInTheHeaderIsShownLinkedAndStillThereAfterAReload(Browser browser) {
        browser.open(Place.of("flow", Place.HEALTHY));
        browser.awaitText("#about", "3 layers");
        browser.choose(SESSION, Place.VANISHING);
        browser.awaitText("#about", "41 layers");
        browser.until("21 columns", () -> browser.count("a.column") == 21);
        String address = browser.address();
        assertThat(address).endsWith("session=" + Place.encoded(Place.VANISHING));
        browser.open(address.substring(address.indexOf("/gradients")));
        browser.awaitText("#about", "41 layers");
    }

    @Test
    void anAddressThatNamesNoSessionIsAnsweredWithASentenceAndItsTextIsNoMarkup(Browser browser) {
        String name = "<img src=x onerror=alert(1)>";
        browser.open(Place.of("flow", name));
        browser.awaitText(".gl-error", "There is no session \"" + name + "\" here.");
        assertThat(browser.count("#view img")).isZero();
    }

    @Test
    void theTabsLeadToEveryViewOfTheSameSession(Browser browser) {
        browser.open(Place.of("flow", Place.SATURATED));
        browser.awaitElement("#tabs a");
        for (String view : new String[] {"histograms", "units", "findings", "compare", "flow"}) {
            browser.click("#tabs a[data-view=" + view + "]");
            browser.awaitElement("#tabs a[data-view=" + view + "][aria-current=page]");
            assertThat(browser.address()).contains("#/" + view + "?session=" + Place.encoded(Place.SATURATED));
            browser.awaitElement(
                    view.equals("flow") ? "a.column text" : view.equals("findings") ? ".finding" : ".pic-top");
        }
    }

    @Test
    void aFindingLeadsToItsLayerAndItsIterationAndSeveritiesCanBeChosen(Browser browser) {
        browser.open(Place.of("findings", Place.SATURATED));
        browser.awaitElement(".finding");
        assertThat(browser.texts(".finding-place"))
                .first()
                .asString()
                .as("the headline")
                .contains("output")
                .contains("iteration 0");
        assertThat(browser.texts(".finding-severity")).startsWith("● Fault").contains("○ Also seen");
        browser.click(".gl-toggle [data-value=HINT]");
        browser.awaitText(".gl-empty", "Nothing of that kind found so far.");
        browser.click(".gl-toggle [data-value='']");
        browser.awaitElement(".finding-place a");
        browser.click(".finding-place a[title^='The whole net']");
        browser.awaitText(".gl-where", "iteration 0");
        assertThat(browser.address()).contains("#/flow?");
    }

    @Test
    void sessionsAreComparedOnOneAxisWithTheirDifference(Browser browser) {
        browser.open(Place.of("compare", Place.HEALTHY, "&session=" + Place.encoded(Place.SATURATED)));
        browser.awaitElement(".pic-top");
        browser.until("two pictures", () -> browser.texts(".pic-top").size() == 2);
        assertThat(browser.texts(".pic-legend").get(0)).contains(Place.HEALTHY).contains(Place.SATURATED);
        assertThat(browser.texts("h2")).anyMatch(title -> title.startsWith("Difference"));
        assertDrawn(browser, ".pic-top");
        browser.screenshot("compare-two");
    }

    private static void assertDrawn(Browser browser, String seen) {
        if (seen.equals(".pic-top")) {
            browser.until("every picture is drawn", () -> browser.colours(".pic-base") > 3);
        } else {
            assertThat(browser.texts(seen)).isNotEmpty();
        }
    }

    private static void assertNoWiderThan(int width, Browser browser) {
        // The stock style sheet cuts off what does not fit: the page alone would not tell. Nor would window.innerWidth,
        // which grows on a phone.
        assertThat(
                        (Long)
                                browser.script(
                                        "return Math.max(...['html', '.app-body', '#content', '#view'].map(css => document.querySelector(css).scrollWidth))"))
                .as("width of what is on the page")
                .isLessThanOrEqualTo(width);
    }

    /** The mean of red, green and blue of the page's own colour. */
    private static double brightness(Browser browser, String property) {
        return ((Number) browser.script(
                        "return getComputedStyle(document.body)[arguments[0]].match(/\\d+/g).slice(0, 3).reduce((s, x) => s + Number(x) / 3, 0)",
                        property))
                .doubleValue();
    }
}
