package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InBrowser.class)
class LanguagesInBrowserTest {

    @AfterEach
    void englishAgain(Browser browser) {
        browser.script("localStorage.clear()");
    }

    @ParameterizedTest
    @CsvSource({
        "flow, a.column text, Что сделать:",
        "histograms, .pic-top, Тепловая карта",
        "units, .pic-top, Карта насыщения слоя tanh-1",
        "findings, .finding, Причина",
        "compare, .pic-top, Разность: потери"
    })
    void everyViewSpeaksRussianOnceItIsChosen(String view, String seen, String said, Browser browser) {
        String other = view.equals("compare") ? "&session=" + Place.encoded(Place.HEALTHY) : "&iteration=490";
        browser.open(Place.of(view, Place.SATURATED, other));
        browser.awaitElement(seen);
        Spoken page = Spoken.on(browser);
        page.speak("ru");
        browser.awaitText("#view", said);
        lookAtEverything(browser);
        page.assertRussian(names(browser));
        browser.screenshot(view + "-ru");
        page.speak("en");
        browser.until("it speaks English again", () -> !browser.text("#view").contains(said));
    }

    /** Opens tables and reads values, so that what they say is there. */
    private static void lookAtEverything(Browser browser) {
        browser.until(
                "every picture is drawn", () -> browser.count(".pic-base") == 0 || browser.colours(".pic-base") > 3);
        browser.script("""
                document.querySelectorAll('details').forEach(one => (one.open = true));
                document.querySelectorAll('.pic-top').forEach(one =>
                  one.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true})));
                document.querySelector('a.column')?.focus();
                """);
        browser.until("the tables are open", () -> browser.count("details[open]:not(:has(td))") == 0);
    }

    @Test
    void whatIsAwaitedAndWhatIsNotThereIsSaidInRussian(Browser browser) {
        browser.open(Place.of("flow", Place.NOTHING_YET));
        browser.awaitElement(".gl-empty");
        Spoken page = Spoken.on(browser);
        page.speak("ru");
        browser.awaitText(".gl-empty", "Ожидается первый снимок этого сеанса");
        page.assertRussian(names(browser));
        browser.script("location.hash = '#/units?session=X1'");
        browser.awaitText(".gl-error", "Сеанса «X1» здесь нет.");
        page.assertRussian(names(browser));
        assertThat(browser.script("return localStorage.getItem('gradientlab.language')"))
                .isEqualTo("ru");
    }

    /** What stands in both languages as it is: sessions, layers, their classes, rules and where they come from; longest first. */
    private static List<String> names(Browser browser) {
        Object found = browser.script("""
                const ask = async question => (await fetch('/gradients/api/' + question)).json();
                const {sessions} = await ask('sessions');
                const of = sessions.map(({id}) => new URLSearchParams({session: id}));
                const layers = (await Promise.all(of.map(id => ask('session?' + id)))).flatMap(one => one.layers);
                const findings = (await Promise.all(of.map(id => ask(`findings?${id}&language=ru`)))).flatMap(one => one.findings);
                return [
                  ...sessions.map(one => one.id),
                  ...layers.flatMap(({name, kind, nonlinearity, parameters}) => [name, ...parameters, kind, kind.replace(/Layer$/, ''), nonlinearity]),
                  ...layers.map(one => one.nonlinearity.toLowerCase()),
                  ...findings.flatMap(one => [one.source, one.rule]),
                ];
                """.replaceFirst("(?s)^(.*)$", "return (async () => { $1 })()"));
        List<String> names = new ArrayList<>(
                ((List<?>) found).stream().map(String::valueOf).distinct().toList());
        names.removeIf(name -> name.length() < 2);
        names.sort(Comparator.comparing(String::length).reversed());
        return names;
    }
}
