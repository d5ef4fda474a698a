package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What people expect of a dashboard: help, searching, order, smoothing, files. */
@ExtendWith(InBrowser.class)
class HandlingInBrowserTest {

    private static final String FILTER = ".cmp-sessions .gl-search";
    private static final String NAMES = ".cmp-name";

    @AfterEach
    void forget(Browser browser) {
        browser.script("localStorage.clear()");
    }

    @Test
    void theQuestionMarkOpensTheKeysAndEscapeClosesThem(Browser browser) {
        browser.open(Place.of("flow", Place.HEALTHY));
        browser.awaitElement("a.column");
        assertThat(browser.script("return document.title")).isEqualTo("Flow · " + Place.HEALTHY + " · Gradient Lab");
        browser.element("body").sendKeys("?");
        browser.awaitText("dialog.gl-keys", "space bar");
        browser.press(Keys.ESCAPE);
        browser.until("it is closed", () -> browser.count("dialog") == 0);
    }

    @Test
    void histogramsOpenOnTheFirstNonlinearityAndALayerIsFoundByItsName(Browser browser) {
        browser.open(Place.of("histograms", Place.VANISHING));
        browser.awaitText("#view .gl-note", "activation a of tanh-1:");
        browser.element(".gl-choice .gl-search").sendKeys("tanh-17");
        browser.until(
                "two are left: that and the chosen one",
                () -> "tanh-1 tanh-17"
                        .equals(
                                browser.script(
                                        "return [...document.querySelector('.gl-choice select').options].map(one => one.value).join(' ')")));
        browser.press(Keys.ENTER);
        browser.awaitText("#view .gl-note", "activation a of tanh-17:");
    }

    @Test
    void sessionsAreFilteredPinnedHiddenAndShownAgain(Browser browser) {
        browser.open(Place.of("compare", Place.HEALTHY));
        browser.awaitElement(".pic-top");
        browser.element(FILTER).sendKeys("nan ITERATION");
        browser.until("two are left", () -> browser.texts(NAMES).equals(List.of(Place.HEALTHY, Place.NON_FINITE)));
        browser.click(".cmp-session:last-child .cmp-pin");
        browser.until("it is first", () -> browser.texts(NAMES).equals(List.of(Place.NON_FINITE, Place.HEALTHY)));
        browser.click(".cmp-session:first-child .cmp-hide");
        browser.until("one is left", () -> browser.texts(NAMES).equals(List.of(Place.HEALTHY)));
        assertThat(browser.count("#sessionSelect option[value='" + Place.NON_FINITE + "']"))
                .isZero();
        browser.click(".cmp-sessions .gl-check input");
        browser.until("it is shown again", () -> browser.texts(NAMES).size() == 2);
    }

    @Test
    void aSessionHasTheColourThatTheReaderGivesIt(Browser browser) {
        browser.open(Place.of("compare", Place.HEALTHY));
        browser.awaitElement(".pic-legend line");
        String stroke = "return document.querySelector('.pic-legend line').getAttribute('stroke')";
        Object before = browser.script(stroke);
        browser.click(".cmp-look:not([style*=hidden])");
        browser.until("another colour", () -> !browser.script(stroke).equals(before));
    }

    @Test
    void curvesAreSmoothedAndTheSizeOfAQuantityIsItsNormWhereThatIsAskedFor(Browser browser) {
        browser.open(Place.of("flow", Place.HEALTHY));
        browser.awaitElement(".gl-smoothing");
        browser.until("the loss is drawn", () -> browser.colours(".pic-base") > 3);
        long sharp = browser.colours(".pic-base");
        browser.element(".gl-select input[type=range]").sendKeys(Keys.END);
        browser.until("the loss is smoothed", () -> browser.address().contains("smooth=0.98"));
        browser.until("it is drawn anew", () -> browser.colours(".pic-base") != sharp);
        assertThat(browser.texts(".axis-label")).contains("std").doesNotContain("norm");
        browser.click("[data-value=norm]");
        browser.until("norms", () -> browser.texts(".axis-label").contains("norm"));
    }

    @Test
    void curvesAreDrawnOverEpochsAndOverTheTimeWhereTheSessionTellsIt(Browser browser) {
        browser.open(Place.of("flow", Place.HEALTHY));
        browser.awaitElement("[data-value=epoch]");
        browser.until("the loss is drawn", () -> browser.colours(".pic-base") > 3);
        assertThat(browser.count("[data-value=time]:disabled"))
                .as("it was recorded before")
                .isEqualTo(1);
        browser.click("[data-value=epoch]");
        browser.until("the address keeps it", () -> browser.address().contains("across=epoch"));
        browser.element(".pic-top").sendKeys(Keys.ARROW_LEFT);
        // An epoch of the demo has 100 steps: the second one is 0.01 of it.
        browser.press(Keys.ARROW_RIGHT);
        browser.awaitText(".pic-readout", "Epoch 0.01: loss of the batch");
        browser.open(Place.of("compare", Place.HEALTHY, "&session=live&across=time"));
        browser.awaitText(".cmp-notes", "“" + Place.HEALTHY + "” was stored again later, without its times");
        browser.until("the live session is drawn", () -> browser.colours(".pic-base") > 3);
    }

    @Test
    void everyChartIsTakenAwayAsPictureDrawingAndNumbers(Browser browser) {
        browser.open(Place.of("flow", Place.SATURATED));
        browser.awaitElement("a.column");
        browser.until("the loss is drawn", () -> browser.colours(".pic-base") > 3);
        assertThat(saved(browser, 0, 1))
                .startsWith("flow.svg <svg ")
                .contains("pre-activation z")
                .contains("hidden-1");
        assertThat(saved(browser, 0, 2))
                .startsWith("flow.csv layer,kind,quantity,count,mean,")
                .contains("tanh-1,ActivationLayer,z,3200,");
        assertThat(saved(browser, 1, 0)).startsWith("loss.png \u0089PNG");
        assertThat(saved(browser, 1, 2)).startsWith("loss.csv iteration,loss of the batch,test loss");
        browser.open(Place.of("histograms", Place.SATURATED));
        browser.until("every picture is drawn", () -> browser.texts(".gl-take").size() == 3);
        assertThat(saved(browser, 0, 1)).startsWith("ridgeline.svg <svg ").contains("activation a of tanh-1");
        assertThat(saved(browser, 1, 2)).startsWith("heatmap.csv iteration,mean,std,low,high,");
        assertThat(saved(browser, 2, 2)).startsWith("histogram.csv from,to,share");
    }

    /** The file of a button (0 PNG, 1 SVG, 2 CSV) below a chart: its name and what is in it, byte by byte; an SVG is one. */
    private static String saved(Browser browser, int chart, int button) {
        return (String) browser.script("""
                const [chart, button] = arguments;
                const {click} = HTMLAnchorElement.prototype, {createObjectURL} = URL;
                let blob = null;
                URL.createObjectURL = one => createObjectURL.call(URL, (blob = one));
                const seen = [...document.querySelectorAll('.gl-take')].filter(one => one.getClientRects().length > 0);
                return new Promise(done => {
                  HTMLAnchorElement.prototype.click = async function () {
                    Object.assign(HTMLAnchorElement.prototype, {click});
                    Object.assign(URL, {createObjectURL});
                    const bytes = new Uint8Array(await blob.arrayBuffer());
                    const text = button === 0 ? String.fromCharCode(...bytes.slice(0, 8)) : new TextDecoder().decode(bytes);
                    const wrong = button === 1 && new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror');
                    done(`${this.download} ${wrong ? wrong.textContent : text}`);
                  };
                  seen[chart].querySelectorAll('button')[button].click();
                });
                """, chart, button);
    }
}
