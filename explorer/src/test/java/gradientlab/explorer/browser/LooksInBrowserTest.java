package gradientlab.explorer.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import gradientlab.ui.browser.Browser;
import gradientlab.ui.browser.PageChecks;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

@ExtendWith(OnExplorer.class)
class LooksInBrowserTest {

    private static final String[] TABS = {"findings", "train", "inside", "map", "tour", "take"};
    private static final int MOST_TABS = 80;
    private static final int PHONE_HEIGHT = 844;

    @ParameterizedTest
    @CsvSource({
        "390, 844, false",
        "390, 844, true",
        "1280, 720, false",
        "1280, 720, true",
        "1920, 1080, false",
        "1920, 1080, true"
    })
    void everyTabFitsAndCanBeRead(int width, int height, boolean dark, Browser browser) {
        browser.size(width, height);
        browser.dark(dark);
        ExplorerPage page = ExplorerPage.open(browser, "batchSize=32&pin=&pin.batchSize=32&pin.init=kaiming-normal");
        browser.awaitText(".ex-nets", "A 20 × 128 tanh, kaiming-normal");
        browser.awaitElement(ExplorerPage.APPLY);
        String name = "explore-" + width + (dark ? "-dark" : "-light");
        browser.screenshot(name);
        browser.script("document.querySelector('.ex-drawer').open = true");
        for (String tab : TABS) {
            page.tab(tab);
            awaitDrawn(browser, tab);
            page.awaitStill();
            assertThat(top(browser, "#panel"))
                    .as("where the panel of %s begins", tab)
                    .isLessThan(0.7 * height);
            assertSoftly(softly -> {
                softly.assertThat(PageChecks.outside(browser, width))
                        .as("outside, %s", tab)
                        .isEmpty();
                softly.assertThat(PageChecks.faint(browser))
                        .as("hard to read, %s", tab)
                        .isEmpty();
            });
            if (!dark) {
                browser.screenshot(name + "-" + tab);
            }
        }
        browser.script("document.querySelector('.ex-glossary').open = true");
        browser.awaitText(".ex-glossary dl", "The number of inputs of a unit.");
        assertThat(PageChecks.outside(browser, width)).isEmpty();
        assertThat(PageChecks.faint(browser)).isEmpty();
    }

    private static void awaitDrawn(Browser browser, String tab) {
        browser.awaitElement("#tab-" + tab + "[aria-selected=true]");
        if (tab.equals("inside") || tab.equals("map")) {
            browser.until("the pictures are drawn", () -> browser.colours("#panel .pic-base") > 2);
        }
    }

    private static double top(Browser browser, String css) {
        return ((Number) browser.script("return document.querySelector(arguments[0]).getBoundingClientRect().top", css))
                .doubleValue();
    }

    /** The std of z grows by about 4 in each layer: to 10²⁴ in the fortieth. */
    @ParameterizedTest
    @CsvSource({"40", "3"})
    void theAxesHaveTheirNumbersHoweverFarTheSignalGrows(int depth, Browser browser) {
        ExplorerPage.open(browser, "init=scaled&weightStd=4&activation=relu&batchSize=32&depth=" + depth);
        browser.until("numbers stand beside every chart", () -> (Boolean) browser.script("""
                const numbers = canvas => {
                  const [left, width] = [20, 40].map(pixels => pixels * devicePixelRatio);
                  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {willReadFrequently: true});
                  copy.drawImage(canvas, 0, 0);
                  return copy.getImageData(left, 0, width, canvas.height).data.some(value => value > 0);
                };
                return [...document.querySelectorAll('.ex-chart canvas')].every(numbers);
                """));
        browser.screenshot("explore-exploding-" + depth);
    }

    @Test
    void onAPhoneTheControlsStayAboveThePictureAndNotAboveATab(Browser browser) {
        browser.size(Browser.PHONE, PHONE_HEIGHT);
        ExplorerPage page = ExplorerPage.open(browser, "");
        browser.click(".ex-drawer summary");
        browser.script("document.querySelectorAll('.ex-chart')[2].scrollIntoView({block: 'end'})");
        assertThat(top(browser, ".ex-drawer summary")).isBetween(0.0, 0.2 * PHONE_HEIGHT);
        assertThat(top(browser, "#control-init")).isBetween(0.0, 0.5 * PHONE_HEIGHT);
        browser.screenshot("explore-390-controls");
        page.tab("findings");
        browser.awaitElement(".finding");
        assertThat(top(browser, "#panel")).isBetween(0.0, 0.5 * PHONE_HEIGHT);
        assertThat(top(browser, "#control-init")).isNegative();
    }

    @Test
    void onALaptopTheControlsStayBesideThePicture(Browser browser) {
        browser.size(Browser.LAPTOP, 720);
        ExplorerPage page = ExplorerPage.open(browser, "");
        browser.awaitElement(ExplorerPage.APPLY);
        page.awaitStill();
        browser.script("scrollBy(0, 100)");
        assertThat(top(browser, ".ex-controls")).isBetween(0.0, 60.0);
    }

    @Test
    void thePageIsUsedByKeyboardAloneAndShowsWhereTheFocusIs(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "");
        browser.awaitElement(ExplorerPage.APPLY);
        assertThat(reached(browser))
                .contains("control-init", "control-depth", "control-lr", "tab-findings")
                .anyMatch(what -> what.startsWith("Apply weights"));
        focus(browser, "#control-depth");
        browser.press(Keys.chord(Keys.CONTROL, "a"), "5", Keys.ENTER);
        page.awaitAddress("depth=5");
        focus(browser, "#tab-findings");
        browser.press(Keys.ARROW_RIGHT);
        browser.awaitElement("#tab-train[aria-selected=true]");
        assertThat(browser.active().getAttribute("id")).isEqualTo("tab-train");
        assertThat(PageChecks.focusIsSeen(browser)).isTrue();
        browser.press(Keys.TAB, Keys.ENTER);
        browser.awaitText("#panel p[role=status]", "Step 0 of");
        page.click("#panel", "End");
    }

    /** What the tab key leads to from the beginning of the page to its end, by its id or its text. */
    private static Set<String> reached(Browser browser) {
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < MOST_TABS; i++) {
            browser.press(Keys.TAB);
            String what = (String) browser.script("""
                    const e = document.activeElement;
                    return e === document.body ? '' : e.id || e.textContent || e.getAttribute('aria-label');
                    """);
            if (what.isEmpty()) {
                return reached;
            }
            assertThat(PageChecks.focusIsSeen(browser))
                    .as("the focus is seen at %s", what)
                    .isTrue();
            reached.add(what);
        }
        return reached;
    }

    private static void focus(Browser browser, String css) {
        browser.script("document.querySelector(arguments[0]).focus()", css);
    }
}
