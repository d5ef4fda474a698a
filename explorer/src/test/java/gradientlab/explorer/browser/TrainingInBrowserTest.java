package gradientlab.explorer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.ui.browser.Browser;
import gradientlab.ui.browser.PageChecks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnExplorer.class)
class TrainingInBrowserTest {

    private static final String PANEL = "#panel";
    private static final String STATUS = "#panel p[role=status]";
    private static final String RATE_OF_B = "#panel input[aria-label^='Learning rate of B']";

    private ExplorerPage page;

    private void open(Browser browser, String hash) {
        page = ExplorerPage.open(browser, hash + "&batchSize=32&view=train");
    }

    /** There may be a few trainings only. */
    @AfterEach
    void end(Browser browser) {
        page.tab("train");
        page.click(PANEL, "End");
        browser.awaitText(STATUS, "Training starts from exactly the weights");
    }

    private void step(Browser browser, String button, int to) {
        page.click(PANEL, button);
        browser.awaitText(STATUS, "Step " + to + " of");
        browser.until("it rests", () -> browser.text(STATUS).contains("Paused."));
    }

    /** Every loss that the page has drawn, to the last digit: a line for each step, the names first. */
    private List<String> losses(Browser browser) {
        page.tab("take");
        browser.script("const list = document.querySelector('#panel select'); list.value = 'loss';"
                + "list.dispatchEvent(new Event('change'))");
        List<?> saved = page.saved("CSV");
        assertThat(saved.get(0)).isEqualTo("loss.csv");
        page.tab("train");
        return ((String) saved.get(2)).lines().toList();
    }

    @Test
    void rewoundTheNetsTakeTheSameStepsWithTheSameLossesToTheBit(Browser browser) {
        open(browser, "depth=3&init=kaiming-normal&pin=&pin.depth=3&pin.batchSize=32");
        page.click(PANEL, "Start A and B");
        browser.awaitText(STATUS, "Step 0 of 500.");
        String fresh = page.table();
        step(browser, "1 step", 1);
        step(browser, "10 steps", 11);
        List<String> first = losses(browser);
        assertThat(first).hasSize(1 + 11);
        assertThat(page.table()).as("the charts show the nets now").isNotEqualTo(fresh);
        browser.awaitText(ExplorerPage.FACTS, "after step 11 of training");
        step(browser, "Rewind", 0);
        browser.until("the nets are as they were", () -> page.table().equals(fresh));
        step(browser, "10 steps", 10);
        step(browser, "1 step", 11);
        assertThat(losses(browser)).isEqualTo(first);
    }

    @Test
    void aTrainingRunsUntilItIsPausedAndGoesOnFromThere(Browser browser) {
        open(browser, "depth=3&steps=10000");
        page.click(PANEL, "Start training");
        page.click(PANEL, "Run");
        browser.until("steps are taken", () -> stepOf(browser) > 20);
        page.click(PANEL, "Pause");
        browser.awaitText(STATUS, "Paused.");
        int paused = stepOf(browser);
        step(browser, "1 step", paused + 1);
        assertThat(losses(browser)).hasSize(1 + paused + 1);
    }

    private static int stepOf(Browser browser) {
        return Integer.parseInt(
                browser.text(STATUS).replaceAll("Step ([\\d,]+) of.*", "$1").replace(",", ""));
    }

    @Test
    void aLearningRateOfTenInTheMiddleKillsUnitsThatAreListed(Browser browser) {
        open(browser, "depth=3&init=kaiming-normal&activation=relu");
        page.click(PANEL, "Start training");
        browser.awaitText(".ex-deaths", "No unit has died so far.");
        step(browser, "1 step", 1);
        page.type(RATE_OF_B, "10");
        step(browser, "10 steps", 11);
        browser.until(
                "dead units are listed",
                () -> browser.texts(".ex-deaths li").stream()
                        .anyMatch(line -> line.matches("step \\d+: \\d+ units? of layer \\d of B")));
        assertThat(browser.element(RATE_OF_B).getAttribute("value")).isEqualTo("10");
        lookInside(browser);
        browser.size(Browser.PHONE, 844);
        assertThat(PageChecks.outside(browser, Browser.PHONE)).isEmpty();
        for (boolean dark : new boolean[] {false, true}) {
            browser.dark(dark);
            assertThat(PageChecks.faint(browser)).isEmpty();
            browser.screenshot("explore-390-training" + (dark ? "-dark" : "-light"));
        }
    }

    /** The units that the fresh net had saturated are others than those of the net now. */
    private void lookInside(Browser browser) {
        page.tab("inside");
        browser.awaitText(PANEL, "The nets after step 11 of training.");
        browser.awaitText(PANEL, "relu-1:");
        String now = browser.text(PANEL);
        page.click(".ex-strip", "the fresh nets");
        browser.until(
                "the fresh net",
                () -> !browser.text(PANEL).contains("after step")
                        && !saturated(browser.text(PANEL)).equals(saturated(now)));
        page.click(".ex-strip", "the nets now");
        browser.until("the net now", () -> saturated(browser.text(PANEL)).equals(saturated(now)));
        page.tab("train");
    }

    private static String saturated(String panel) {
        return panel.lines()
                .filter(line -> line.startsWith("relu-1:"))
                .findFirst()
                .orElse("");
    }

    @Test
    void theRunFolderThatThePageNamesHoldsTheRunAndItsSession(Browser browser) {
        open(browser, "depth=2&width=16");
        page.click(PANEL, "Start training");
        step(browser, "10 steps", 10);
        page.click(PANEL, "Save as run folder");
        browser.awaitText(".ex-saved", "Saved after step 10 in ");
        String folder = browser.text(".ex-saved").replaceFirst("Saved after step 10 in ", "");
        assertThat(Path.of(folder).resolve("run.json")).exists();
        browser.awaitElement(".ex-trained a");
        step(browser, "1 step", 11);
        page.type(RATE_OF_B, "1");
        browser.awaitText(".ex-saved", "Saved after step 10 in " + folder);
    }

    @Test
    void whatIsRecordedIsASessionOfTheGradientsPage(Browser browser) {
        open(browser, "depth=2");
        page.click(PANEL, "Start training");
        step(browser, "10 steps", 10);
        page.click(PANEL, "Record for the dashboard");
        browser.awaitElement(".ex-trained a");
        String link = browser.element(".ex-trained a").getAttribute("href");
        try {
            browser.open(link.substring(link.indexOf("/gradients")));
            browser.awaitText("#about", "5 layers");
            browser.awaitText(".gl-where", "iteration");
        } finally {
            page = ExplorerPage.open(browser, "depth=2&batchSize=32&view=train");
            page.click(PANEL, "Start training");
        }
    }
}
