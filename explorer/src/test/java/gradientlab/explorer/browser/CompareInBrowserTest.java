package gradientlab.explorer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.ui.browser.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(OnExplorer.class)
class CompareInBrowserTest {

    private static final String BAR = ".ex-compare";
    private static final String NETS = ".ex-nets";

    @Test
    void aPinnedNetStaysBesideTheNextOneAndTheDifferenceIsNamed(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "batchSize=32");
        String alone = page.table();
        page.click(BAR, "Pin as A");
        browser.awaitText(ExplorerPage.DIFFERENCE, "A and B are the same net.");
        page.set("init", "kaiming-normal");
        browser.awaitText(ExplorerPage.DIFFERENCE, "A → B: Initialisation torch-linear → kaiming-normal.");
        page.awaitPicture();
        assertThat(browser.text(ExplorerPage.DIFFERENCE)).contains("Std of δ in layer 1:");
        assertThat(browser.text(NETS))
                .contains("A 20 × 128 tanh, torch-linear")
                .contains("B 20 × 128 tanh, kaiming-normal");
        assertThat(page.table().split("\n")[0])
                .as("of both nets")
                .hasSizeGreaterThan(alone.split("\n")[0].length() + 20);
        page.click(BAR, "Swap");
        browser.awaitText(ExplorerPage.DIFFERENCE, "A → B: Initialisation kaiming-normal → torch-linear.");
        page.awaitAddress("pin.init=kaiming-normal");
        page.click(BAR, "Unpin");
        browser.awaitText(ExplorerPage.DIFFERENCE, "Pin this net as A");
        page.awaitPicture();
        assertThat(page.table()).isEqualTo(alone);
    }

    @Test
    void whatWasChangedIsUndoneAndDoneAgainByButtonsAndByKeys(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "depth=3&batchSize=32");
        page.set("activation", "relu");
        page.awaitAddress("activation=relu");
        page.set("init", "kaiming-normal");
        page.awaitAddress("init=kaiming-normal");
        page.click(BAR, "Back");
        browser.awaitText(ExplorerPage.FACTS, "3 × 128 relu, torch-linear");
        browser.click("#verdict");
        browser.press(Keys.chord(Keys.CONTROL, "z"));
        browser.awaitText(ExplorerPage.FACTS, "3 × 128 tanh, torch-linear");
        browser.press(Keys.chord(Keys.CONTROL, "y"));
        browser.awaitText(ExplorerPage.FACTS, "3 × 128 relu, torch-linear");
        page.click(BAR, "Forward");
        browser.awaitText(ExplorerPage.FACTS, "3 × 128 relu, kaiming-normal");
        page.awaitAddress("init=kaiming-normal");
    }

    @Test
    void netsThatArePinnedInQuickSuccessionEndWithTheLastOne(Browser browser) {
        ExplorerPage.open(browser, "depth=2&batchSize=32");
        browser.script("""
                return (async () => {
                  for (const depth of [20, 19, 3]) {
                    location.hash = `depth=2&batchSize=32&pin=&pin.batchSize=32&pin.depth=${depth}`;
                    await new Promise(resolve => addEventListener('hashchange', resolve, {once: true}));
                  }
                })();
                """);
        browser.awaitText(NETS, "A 3 × 128 tanh, torch-linear");
    }

    @Test
    void theAddressOpenedAnewShowsTheSameNets(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "depth=4&batchSize=32&pin=&pin.depth=2&pin.batchSize=32");
        browser.awaitText(NETS, "A 2 × 128 tanh, torch-linear");
        page.set("seed", "7");
        page.awaitAddress("seed=7");
        page.awaitPicture();
        String shown = page.table();
        String address = browser.address();
        ExplorerPage again = ExplorerPage.open(browser, address.substring(address.indexOf('#') + 1));
        browser.awaitText(NETS, "A 2 × 128 tanh, torch-linear");
        assertThat(again.table()).isEqualTo(shown);
    }

    @Test
    void theRemedyOfTheVerdictSetsTheControlsAndTheFaultIsGone(Browser browser) {
        ExplorerPage page = ExplorerPage.open(browser, "");
        browser.awaitText(ExplorerPage.VERDICT, "Gradient vanishes over depth");
        assertThat(browser.text(ExplorerPage.APPLY)).startsWith("Apply weights");
        browser.click(ExplorerPage.APPLY);
        page.awaitAddress("init=");
        page.awaitPicture();
        assertThat(browser.text(ExplorerPage.VERDICT)).doesNotContain("vanishes");
        assertThat(browser.count(".ex-summary[data-kind=fault]")).isZero();
        assertThat(browser.active().getAttribute("id")).as("what is read next").isEqualTo("verdict");
    }
}
