package gradientlab.ui.browser;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a phone, everything fits and can be read. */
@ExtendWith(InBrowser.class)
class LooksInBrowserTest {

    private static final String[][] VIEWS = {
        {"flow", "a.column"},
        {"histograms", ".pic-top"},
        {"units", ".pic-top"},
        {"findings", ".finding"},
        {"compare", ".pic-top"}
    };

    @AfterEach
    void englishAgain(Browser browser) {
        browser.script("localStorage.clear()");
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "ru, false", "ru, true"})
    void everyViewFitsAPhoneAndHasTheContrastOfWcag(String language, boolean dark, Browser browser) {
        browser.size(Browser.PHONE, 844);
        browser.dark(dark);
        browser.open("/gradients");
        browser.script("localStorage.setItem('gradientlab.language', arguments[0])", language);
        for (String[] view : VIEWS) {
            browser.open(Place.of(view[0], Place.SATURATED, "&session=" + Place.encoded(Place.VANISHING)));
            browser.awaitElement(view[1]);
            browser.script("document.querySelectorAll('details').forEach(one => (one.open = true))");
            assertSoftly(softly -> {
                softly.assertThat(PageChecks.outside(browser, Browser.PHONE))
                        .as("outside, %s", view[0])
                        .isEmpty();
                softly.assertThat(PageChecks.faint(browser))
                        .as("hard to read, %s", view[0])
                        .isEmpty();
                softly.assertThat(PageChecks.overlapping(browser, ".app-header > *, .gl-controls > *"))
                        .as("one over another, %s", view[0])
                        .isEmpty();
            });
        }
    }
}
