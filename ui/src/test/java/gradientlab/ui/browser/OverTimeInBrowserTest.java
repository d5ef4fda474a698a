package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import gradientlab.ui.RecurrentTraining;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** δ over time on the page Flow. */
@ExtendWith(TrainedInBrowser.class)
class OverTimeInBrowserTest {

    private static final String BOX = ".flow-time";
    private static final String PICTURE = BOX + " .pic-top";

    @AfterEach
    void englishAgain(Browser browser) {
        browser.script("localStorage.clear()");
    }

    @Test
    void theGradientOfAForgetfulLayerIsSeenToVanishAndOfTheOtherNot(Browser browser) {
        open(browser, TrainedInBrowser.FORGETS, "&iteration=0");
        assertThat(browser.texts(BOX + " .pic-key"))
                .hasSize(2)
                .anySatisfy(key -> assertThat(key)
                        .startsWith(RecurrentTraining.UPPER + ": δ × ")
                        .contains("·10⁻")
                        .contains(" after 24 steps back, × 0."));
        assertThat(browser.element(PICTURE).getDomAttribute("aria-label"))
                .startsWith("Norm of δ over the steps back from the last one. lower: δ × ");
        browser.script("document.querySelector(arguments[0]).scrollIntoView()", BOX);
        browser.screenshot("flow-over-time");
    }

    @Test
    void theTableAndTheReadingHaveTheValuesOfTheAnswer(Browser browser) {
        open(browser, TrainedInBrowser.FORGETS, "&iteration=0");
        browser.script("document.querySelector(arguments[0] + ' details').open = true", BOX);
        browser.awaitElement(BOX + " tbody td");
        assertThat(browser.count(BOX + " tbody tr")).isEqualTo(TrainedInBrowser.STEPS);
        List<?> upper = (List<?>) browser.script("""
                const {number} = await import('/assets/gradientlab/numbers.js');
                const answer = await fetch('/gradients/api/flow?session=forgets&iteration=0').then(one => one.json());
                return answer.layers.find(({name}) => name === 'upper').time.fromLast.map(v => number(Number(v)));
                """);
        assertThat(browser.texts(BOX + " tbody td:nth-child(5)"))
                .isEqualTo(upper)
                .as("from step to step another value")
                .doesNotHaveDuplicates();
        browser.element(PICTURE).sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.awaitText(BOX + " .pic-readout", "1 step back: ");
        assertThat(browser.text(BOX + " .pic-readout")).contains(RecurrentTraining.UPPER + " ");
    }

    @Test
    void aStretchOfTheStepsFillsThePicture(Browser browser) {
        open(browser, TrainedInBrowser.FORGETS, "&iteration=0");
        new Pointer(browser, PICTURE).drag(0.3, 0.6);
        browser.until("it is wider than its box", () -> times(browser) > 2);
        new Pointer(browser, BOX + " .pic-scroll").doubleClick(0.5);
        browser.until("all is seen", () -> times(browser) == 1);
    }

    @Test
    void aNetworkWithoutTimeHasNoSuchPicture(Browser browser) {
        open(browser, TrainedInBrowser.REMEMBERS);
        browser.open(Place.of("flow", Place.HEALTHY));
        browser.awaitElement("a.column");
        assertThat(browser.texts(BOX)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "ru, false", "ru, true"})
    void itFitsAPhoneAndHasTheContrastOfWcag(String language, boolean dark, Browser browser) {
        browser.size(Browser.PHONE, 844);
        browser.dark(dark);
        browser.open("/gradients");
        browser.script("localStorage.setItem('gradientlab.language', arguments[0])", language);
        open(browser, TrainedInBrowser.FORGETS, "&iteration=0");
        browser.script("document.querySelectorAll('details').forEach(one => (one.open = true))");
        assertSoftly(softly -> {
            softly.assertThat(PageChecks.outside(browser, Browser.PHONE)).isEmpty();
            softly.assertThat(PageChecks.faint(browser)).isEmpty();
        });
        browser.script("document.querySelector(arguments[0]).scrollIntoView()", BOX);
        browser.screenshot("flow-over-time-" + language + (dark ? "-dark" : ""));
    }

    @Test
    void everyWordIsRussianWhereRussianIsAskedFor(Browser browser) {
        open(browser, TrainedInBrowser.FORGETS, "&iteration=0");
        Spoken.on(browser).speak("ru");
        browser.awaitText(BOX + " h2", "δ во времени");
        browser.script("document.querySelector(arguments[0] + ' details').open = true", BOX);
        assertThat(browser.text(BOX)).contains("шагов назад").doesNotContain("undefined", "steps");
    }

    private static void open(Browser browser, String session, String... more) {
        browser.open(Place.of("flow", session, more));
        browser.awaitElement(BOX);
        browser.until("it is drawn", () -> browser.colours(BOX + " .pic-base") > 3);
    }

    private static double times(Browser browser) {
        return ((Number) browser.script(
                        "const {scrollWidth, clientWidth} = document.querySelector(arguments[0]); return scrollWidth / clientWidth",
                        BOX + " .pic-scroll"))
                .doubleValue();
    }
}
