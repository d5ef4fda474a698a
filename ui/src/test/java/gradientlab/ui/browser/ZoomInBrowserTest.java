package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dragging magnifies a stretch of what is drawn, a double click shows all again. */
@ExtendWith(InBrowser.class)
class ZoomInBrowserTest {

    private static final String PICTURE = ".pic-top";
    private static final String BOX = ".pic-scroll";
    private static final String PLOT = ".flow-plot";

    @Test
    void aStretchOfAHeatMapFillsItsBoxAndTheAxisStays(Browser browser) {
        browser.open(Place.of("histograms", Place.SATURATED, "&layer=tanh-1&iteration=100"));
        browser.awaitElement(PICTURE);
        browser.until("it is drawn", () -> browser.colours(".pic-base") > 2);
        String before = browser.address();
        Pointer pointer = new Pointer(browser, PICTURE);
        pointer.drag(0.6, 0.4);
        browser.until("it is wider than its box", () -> times(browser) > 2);
        assertThat(browser.count(".pic-axis:not([hidden])")).isEqualTo(1);
        assertThat(browser.address()).as("a drag chooses no iteration").isEqualTo(before);
        browser.screenshot("histograms-zoomed");
        new Pointer(browser, BOX).doubleClick(0.5);
        browser.until("all is seen", () -> times(browser) == 1);
        assertThat(browser.count(".pic-axis:not([hidden])")).isZero();
    }

    @Test
    void theKeysDoTheSame(Browser browser) {
        browser.open(Place.of("histograms", Place.SATURATED, "&layer=tanh-1&iteration=100"));
        browser.awaitElement(PICTURE);
        browser.element(PICTURE).sendKeys("+");
        browser.until("it is wider than its box", () -> times(browser) > 1.5);
        browser.press("0");
        browser.until("all is seen", () -> times(browser) == 1);
    }

    @Test
    void aStretchOfTheLayersFillsThePictureOfTheFlow(Browser browser) {
        browser.open(Place.of("flow", Place.VANISHING));
        browser.awaitElement("a.column text");
        double all = width(browser, PLOT);
        String before = browser.address();
        Pointer pointer = new Pointer(browser, ".flow-scroll");
        pointer.drag(0.25, 0.5);
        browser.until("four times as wide", () -> width(browser, PLOT) > 3.5 * all);
        assertThat(browser.address()).as("a drag opens no layer").isEqualTo(before);
        assertThat(((Number) browser.script("return document.querySelector('.flow-scroll').scrollLeft")).doubleValue()
                        / all)
                .as("it begins a quarter of the way")
                .isBetween(0.9, 1.1);
        browser.screenshot("flow-zoomed");
        pointer.doubleClick(0.5);
        browser.until("all is seen", () -> width(browser, PLOT) == all);
    }

    /** How many boxes wide the drawing is. */
    private static double times(Browser browser) {
        return ((Number) browser.script(
                        "const {scrollWidth, clientWidth} = document.querySelector(arguments[0]); return scrollWidth / clientWidth",
                        BOX))
                .doubleValue();
    }

    private static double width(Browser browser, String css) {
        return ((Number) browser.script(
                        "return document.querySelector(arguments[0]).getBoundingClientRect().width", css))
                .doubleValue();
    }
}
