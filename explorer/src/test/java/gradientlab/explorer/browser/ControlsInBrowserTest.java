package gradientlab.explorer.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import gradientlab.ui.browser.Browser;
import gradientlab.ui.browser.PageChecks;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnExplorer.class)
class ControlsInBrowserTest {

    private static final String BASE = "depth=3&batchSize=32";

    @Test
    void everyControlChangesTheAddressAndThePictureOrTheCommandOfATraining(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, BASE);
        for (Map<?, ?> control : page.controls()) {
            String name = (String) control.get("name");
            page.go(BASE + "&view=take" + needed(control));
            String before = said(page, browser, control);
            String value = other(control);
            page.set(name, value);
            page.awaitAddress(name + "=" + value);
            page.awaitPicture();
            if (name.equals("steps")) {
                continue; // counts when a training begins: TrainingInBrowserTest
            }
            browser.until(
                    name + " changes what is shown",
                    () -> !said(page, browser, control).equals(before));
        }
    }

    private static String said(ExplorerPage page, Browser browser, Map<?, ?> control) {
        return control.get("group").equals("TRAINING") ? browser.text(".ex-code") : page.table();
    }

    /** What must be set for a control to mean something. */
    private static String needed(Map<?, ?> control) {
        return ((Map<?, ?>) control.get("when"))
                .entrySet().stream()
                        .map(each -> "&" + each.getKey() + "=" + ((List<?>) each.getValue()).get(0))
                        .collect(Collectors.joining());
    }

    /** A value that is neither the standard nor that of {@link #BASE}. */
    private static String other(Map<?, ?> control) {
        List<?> choices = (List<?>) control.get("choices");
        if (choices.isEmpty()) {
            return control.get("kind").equals("WHOLE") ? "64" : "2";
        }
        return choices.stream()
                .map(choice -> (String) ((Map<?, ?>) choice).get("value"))
                .filter(value -> !value.equals(control.get("standard")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aControlThatMeansNothingSaysWhy(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, BASE);
        assertThat(browser.element("#control-weightStd").isEnabled()).isFalse();
        assertThat(description(browser, "weightStd")).isEqualTo("only with Initialisation scaled");
        assertThat(description(browser, "normPosition")).isEqualTo("only with Normalisation batch, layer, group");
        page.set("init", "scaled");
        browser.until(
                "the weights' std can be set",
                () -> browser.element("#control-weightStd").isEnabled());
        assertThat(description(browser, "weightStd")).startsWith("How wide");
    }

    private static String description(Browser browser, String control) {
        return (String) browser.script(
                "const of = document.getElementById(arguments[0]).getAttribute('aria-describedby');"
                        + "return document.getElementById(of).textContent",
                "control-" + control);
    }

    @Test
    void aSliderThatIsMovedQuicklyAsksForOnePictureAtATimeAndEndsWithItsLastValue(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "batchSize=32");
        browser.script("""
                const slider = document.querySelector('#control-depth').previousElementSibling;
                for (let i = 0; i < 25; i++) {
                  slider.stepUp();
                  slider.dispatchEvent(new Event('input'));
                }
                """);
        page.awaitAddress("depth=45");
        page.awaitPicture();
        assertThat(browser.text(ExplorerPage.FACTS)).contains("45 × 128 tanh");
        assertSoftly(softly -> {
            softly.assertThat(page.pictures().get("most")).as("at a time").isEqualTo(1L);
            softly.assertThat((Long) page.pictures().get("pictures"))
                    .as("in all: of one place on the way, and of the last")
                    .isLessThanOrEqualTo(3);
        });
    }

    @Test
    void aSliderThatIsMovedBackBeforeTheAnswerShowsTheNetOfItsPlace(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "batchSize=32");
        browser.script("""
                const slider = document.querySelector('#control-depth').previousElementSibling;
                for (const depth of [60, 20]) {
                  slider.value = depth;
                  slider.dispatchEvent(new Event('input'));
                }
                """);
        page.awaitAnswers();
        page.awaitPicture();
        assertThat(browser.text(ExplorerPage.FACTS)).contains("20 × 128 tanh");
    }

    @Test
    void anImpossibleNetIsSaidInASentenceAndThePictureBeforeStays(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "depth=100&batchSize=32&width=64");
        String before = browser.text(ExplorerPage.HEADLINE);
        page.set("width", "1024");
        browser.awaitText(".ex-summary .gl-banner", "24 million");
        assertThat(browser.text(ExplorerPage.HEADLINE)).isEqualTo(before);
        page.awaitStill();
        assertThat(PageChecks.faint(browser)).isEmpty();
        // The answer's status is 400, and a browser says so by itself.
        assertThat(browser.console())
                .singleElement()
                .asString()
                .contains("/explore/api/picture")
                .contains("400");
        page.set("width", "64");
        browser.until(
                "the sentence is gone",
                () -> browser.texts(".ex-summary .gl-banner").isEmpty());
    }

    @Test
    void whatIsNoValueIsSaidAtItsField(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, BASE);
        page.type("#control-depth", "0");
        browser.awaitText(".ex-wrong", "Depth must be a whole number from 1 to 100, not “0”.");
        page.type("#control-depth", "4");
        page.awaitAddress("depth=4");
        assertThat(browser.texts(".ex-wrong")).isEmpty();
    }
}
