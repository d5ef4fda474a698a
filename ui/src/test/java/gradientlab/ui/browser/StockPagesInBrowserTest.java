package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's own pages of two short trainings, and the way from them to ours. */
class StockPagesInBrowserTest {

    private static final String FIRST = "first, tanh";
    private static final String SECOND = "second, ReLU";

    private static Dashboard dashboard;
    private static Browser browser;

    @BeforeAll
    static void train() {
        Chromium chromium = Chromium.installed();
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        train(FIRST, Activation.TANH);
        train(SECOND, Activation.RELU);
        browser = new Browser(chromium, dashboard.address());
    }

    @AfterAll
    static void close() {
        if (dashboard != null) {
            browser.close();
            dashboard.close();
        }
    }

    @AfterEach
    void nothingIsSaidAndNothingLeaves() {
        browser.assertQuiet();
    }

    private static void train(String session, Activation activation) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .list(
                        new DenseLayer.Builder()
                                .nIn(5)
                                .nOut(7)
                                .activation(activation)
                                .build(),
                        new BatchNormalization.Builder().nOut(7).build(),
                        new OutputLayer.Builder()
                                .nIn(7)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build());
        network.init();
        network.setListeners(dashboard.listener(session, 1));
        INDArray labels = Nd4j.eye(2).repeat(0, 8);
        for (int i = 0; i < 20; i++) {
            network.fit(new DataSet(Nd4j.randn(16, 5), labels));
        }
    }

    @ParameterizedTest
    @CsvSource({"overview, #scoreiterchart canvas", "model, #layers canvas", "system, #systemMemoryChartPlot canvas"})
    void fromEveryStockPageThereIsAWayToOursAndBack(String page, String drawn) {
        browser.size(Browser.LAPTOP, 900);
        browser.open("/train/" + page);
        browser.awaitElement(drawn);
        browser.screenshot("stock-" + page);
        browser.element("#gradientsLink").click();
        browser.awaitElement("a.column text");
        browser.element(".sidebar a[href='/train/" + page + "']").click();
        browser.awaitElement(drawn);
    }

    /** Without scripts in attributes, which the content security policy forbids. */
    @Test
    void buttonsAndListsOfTheStockPagesAreHeard() {
        browser.size(Browser.LAPTOP, 900);
        browser.open("/train/overview");
        browser.awaitElement("#stdevChart canvas");
        browser.script("document.querySelector('#stdevGradients a').click()");
        browser.awaitElement("#stdevGradients.active");
        for (String session : new String[] {FIRST, SECOND}) {
            browser.choose("sessionSelect", session);
            browser.until("the server shows " + session, () -> session.equals(shown()));
        }
        for (String[] language : new String[][] {{"de", "Übersicht"}, {"en", "Overview"}}) {
            browser.script(
                    "document.querySelector(`[data-click^=\"languageSelect('${arguments[0]}'\"]`).click()",
                    language[0]);
            browser.awaitText(".sidebar", language[1]);
        }
    }

    private static Object shown() {
        return browser.script(
                "const request = new XMLHttpRequest(); request.open('GET', '/train/sessions/current', false); request.send();"
                        + "return request.responseText;");
    }

    @Test
    void theModelPageShowsActivationsAndGradientsOfTheChosenLayer() {
        browser.size(Browser.LAPTOP, 900);
        browser.open("/train/model");
        browser.awaitElement("#layers canvas");
        browser.until(
                "the graph is there",
                () -> Boolean.TRUE.equals(browser.script("return window.cy !== undefined && cy.nodes().length > 3")));
        browser.actions().moveToLocation(ofNode("x"), ofNode("y")).click().perform();
        browser.awaitText("#activationHistogram", "mean");
        browser.awaitText("#gradientHistogram", "summed over the batch");
        assertThat(browser.colours("#activationHistogram .flot-base, #gradientHistogram .flot-base"))
                .isGreaterThan(3);
        browser.script("document.getElementById('gradientHistogram').scrollIntoView()");
        browser.screenshot("stock-model-layer");
    }

    /** Where the first dense layer is drawn; node 0 is the input. */
    private static int ofNode(String coordinate) {
        return ((Number) browser.script(
                        "const box = document.getElementById('layers').getBoundingClientRect();"
                                + "return box[arguments[0]] + cy.getElementById('1').renderedPosition()[arguments[0]];",
                        coordinate))
                .intValue();
    }

    @Test
    void aSessionChosenOnOurPagesIsChosenOnTheStockPages() {
        for (String session : new String[] {FIRST, SECOND, FIRST}) {
            browser.open("/gradients");
            browser.awaitElement("a.column text");
            browser.choose("sessionSelect", session);
            browser.awaitText("#view", "loss");
            browser.until("the stock pages show " + session, () -> session.equals(shown()));
            browser.open("/gradients");
            browser.until(
                    "our pages begin with " + session,
                    () -> session.equals(browser.script("return document.getElementById('sessionSelect').value")));
        }
    }
}
