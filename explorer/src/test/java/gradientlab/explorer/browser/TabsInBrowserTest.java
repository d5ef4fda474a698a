package gradientlab.explorer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.ui.browser.Browser;
import gradientlab.ui.browser.PageChecks;
import gradientlab.ui.browser.Pointer;
import gradientlab.ui.browser.Spoken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(OnExplorer.class)
class TabsInBrowserTest {

    private static final String MAP = "#panel .pic-top";

    @Test
    void aClickInAChartChoosesTheLayerThatIsLookedInto(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "depth=9&batchSize=32");
        // Nine hidden layers and the output layer lie from 0.6 to 10.4: the middle is between 5 and 6.
        click(browser, ".ex-chart .u-over", 0.5, ".*view=inside&layer=[56]");
        browser.awaitText("#panel .gl-note", "tanh-");
        browser.until("histogram and map are drawn", () -> browser.colours("#panel .pic-base") > 2);
        String map = browser.text("#panel .gl-note");
        browser.element("#panel .gl-select option[value='1']").click();
        browser.until(
                "another layer's map", () -> !browser.text("#panel .gl-note").equals(map));
        assertThat(browser.text("#panel .gl-note")).startsWith("tanh-1:");
        String ofZ = browser.text("#panel .pic-legend");
        browser.element("#panel .gl-select option[value=delta]").click();
        browser.until(
                "the histogram of δ", () -> !browser.text("#panel .pic-legend").equals(ofZ));
        page.awaitPicture();
    }

    /**
     * Clicks in the middle of what is drawn, at a share of its width, until the address says so: between looking for
     * the place and clicking there, what arrives above may move it.
     */
    private static void click(Browser browser, String css, double share, String address) {
        browser.until(css + " is clicked", () -> {
            if (browser.address().matches(address)) {
                return true;
            }
            new Pointer(browser, css).click(share);
            return browser.address().matches(address);
        });
    }

    @Test
    void theMapsCellsArriveAndOneThatIsClickedSetsTheControls(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "depth=3&batchSize=32&view=map");
        browser.awaitElement(MAP);
        browser.until("cells are coloured", () -> browser.colours("#panel .pic-base") > 5);
        click(browser, MAP, 0.8, "(?!.*depth=3&).*init=scaled.*");
        page.awaitPicture();
        String clicked = browser.address();
        browser.element(MAP).sendKeys(Keys.ARROW_LEFT, Keys.ENTER);
        browser.until("a cell chosen by keyboard", () -> !browser.address().equals(clicked));
        page.tab("findings");
    }

    @Test
    void theMapOfASweepLiesBesideThatOfFreshNetsAndOpensItsNets(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "depth=3&batchSize=64&view=map");
        browser.awaitText(
                ".ex-swept", "4 nets: tanh, norm none, 128 units; trained with sgd, rate 0.1, batches of 32.");
        assertThat((List<?>) browser.script(
                        "return [...document.querySelectorAll('.ex-swept option')].map(one => one.textContent)"))
                .isEqualTo(List.of("a-sweep", "last-loss", "test-accuracy"));
        assertThat(browser.element(".ex-swept option[value=test-accuracy]").isSelected())
                .isTrue();
        browser.until("both maps are drawn", () -> browser.colours("#panel .pic-base") > 5);
        // The first key chooses a place, the others move to the deeper of the wider nets.
        browser.element(".ex-swept .pic-top").sendKeys(Keys.ARROW_UP, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ENTER);
        page.awaitAddress("depth=30");
        page.awaitAddress("weightStd=2");
        page.awaitAddress("batchSize=32");
        page.awaitPicture();
    }

    @Test
    void everyStepOfTheLectureSetsItsNetAndKeepsItsAnswerFolded(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "view=tour");
        List<Map<?, ?>> tour = page.tour();
        for (Map<?, ?> step : tour) {
            browser.awaitText(".ex-question", (String) step.get("title"));
            assertThat(browser.text(".ex-tour details p")).as("the answer").isEmpty();
            page.click("#panel", "Set the controls");
            assertSet(page, browser, step);
            browser.click(".ex-tour summary");
            browser.awaitText(".ex-tour details p", (String) step.get("answer"));
            if (step != tour.get(tour.size() - 1)) {
                page.click("#panel", "Next");
            }
        }
    }

    private static void assertSet(ExplorerPage page, Browser browser, Map<?, ?> step) {
        Map<?, ?> compared = (Map<?, ?>) step.get("compared");
        page.controls().forEach(control -> {
            Object name = control.get("name");
            Object wanted = ((Map<?, ?>) step.get("settings")).get(name);
            if (wanted != null && !wanted.equals(control.get("standard"))) {
                page.awaitAddress(name + "=" + wanted);
            }
        });
        browser.until("a net is pinned or not", () -> browser.address().contains("pin=") != compared.isEmpty());
        page.awaitPicture();
        assertThat(browser.texts(".gl-banner")).as("problems").isEmpty();
    }

    @Test
    void onesOwnGuessIsStillThereAfterAReload(Browser browser) {
        ExplorerPage.open(browser, "depth=2&view=tour");
        browser.element("#guess").sendKeys("about 2.3?");
        ExplorerPage.open(browser, "depth=2&view=tour");
        assertThat(browser.element("#guess").getAttribute("value")).isEqualTo("about 2.3?");
        browser.script("localStorage.clear()");
    }

    @Test
    void theNetIsTakenAwayAsCommandAsProgramAndAsChart(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "depth=3&batchSize=64&view=take");
        assertThat(browser.text(".ex-code"))
                .contains("--init torch-linear --depth 3")
                .contains("--batch-size 64");
        browser.awaitText(".ex-program", "public final class ExploredNetwork");
        assertThat(page.saved("Download the program").get(0)).isEqualTo("ExploredNetwork.java");
        List<?> csv = page.saved("CSV");
        assertThat(csv.get(0)).isEqualTo("signal.csv");
        assertThat(((String) csv.get(2)).lines())
                .as("names, three hidden layers, the output layer")
                .hasSize(1 + 4)
                .first()
                .asString()
                .contains("B: z, std");
        List<?> svg = page.saved("SVG");
        assertThat(svg.get(1)).isEqualTo("image/svg+xml");
        String wrong = (String) browser.script(
                "return new DOMParser().parseFromString(arguments[0], 'image/svg+xml').querySelector('parsererror')?.textContent ?? ''",
                svg.get(2));
        assertThat(wrong).as("what is wrong with the SVG").isEmpty();
        assertThat(page.saved("PNG").get(1)).isEqualTo("image/png");
    }

    /** The choices of a setting are formulas, and stand in both languages as they are; so does a command's name. */
    @Test
    void onAPhoneEveryTabSpeaksRussianOnceItIsChosenAndCanBeRead(Browser browser) {
        browser.size(Browser.PHONE, 844);
        ExplorerPage page = ExplorerPage.open(browser, "depth=3&batchSize=32");
        List<String> names = new ArrayList<>(formulas(browser));
        names.add("командой train");
        Spoken spoken = Spoken.on(browser);
        try {
            spoken.speak("ru");
            for (String tab : new String[] {"findings", "inside", "tour", "take", "train", "map"}) {
                page.tab(tab);
                browser.awaitElement("#tab-" + tab + "[aria-selected=true]");
                page.awaitPicture();
                browser.awaitText(ExplorerPage.FACTS, "параметр");
                browser.script("document.querySelectorAll('details').forEach(one => (one.open = true))");
                for (boolean dark : new boolean[] {true, false}) {
                    spoken.forget();
                    browser.dark(dark); // every chart is drawn anew
                    page.awaitStill();
                    assertThat(PageChecks.outside(browser, Browser.PHONE))
                            .as(tab)
                            .isEmpty();
                    assertThat(PageChecks.faint(browser)).as(tab).isEmpty();
                    spoken.assertRussian(names);
                }
            }
        } finally {
            browser.script("localStorage.clear()");
        }
    }

    private static List<String> formulas(Browser browser) {
        return Arrays.asList(((String) browser.script("""
                return fetch('/explore/api/controls').then(answer => answer.json()).then(({controls}) =>
                  controls.flatMap(one => one.choices.flatMap(({value, text}) => [text, value]))
                    .sort((a, b) => b.length - a.length).join('\\n'));
                """)).split("\n"));
    }
}
