package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockPagesTest {
    private static final int OK = 200;
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");
    private static final Pattern IN_STYLE_SHEET = Pattern.compile("url\\(['\"]?(?!data:)([^'\")]+)['\"]?\\)");

    private static Dashboard dashboard;

    @BeforeAll
    static void train() throws Exception {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        new TinyTraining(dashboard.listener("run", 1)).fit(3);
        Eventually.holds(
                "the session is shown", () -> body("/train/sessions/current").equals("run"));
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/train/overview", "/train/model", "/train/system"})
    void everyAssetOfAPageIsAnswered(String page) throws Exception {
        Set<URI> assets = named(ASSET, uri(page));
        // The head alone names eight style sheets, scripts and icons.
        assertThat(assets).hasSizeGreaterThanOrEqualTo(8);
        for (URI asset : assets) {
            assertThat(Http.get(asset).statusCode()).as("status of %s", asset).isEqualTo(OK);
        }
    }

    @Test
    void everyFontAndPictureOfTheStyleSheetsIsAnswered() throws Exception {
        for (URI sheet : named(ASSET, uri("/train/overview"))) {
            if (sheet.getPath().endsWith(".css")) {
                for (URI asset : named(IN_STYLE_SHEET, sheet)) {
                    assertThat(Http.get(asset).statusCode())
                            .as("status of %s in %s", asset, sheet)
                            .isEqualTo(OK);
                }
            }
        }
    }

    @Test
    void theOverviewShowsTheScoresOfTheRun() throws Exception {
        String data = body("/train/overview/data").replaceAll("\\s", "");

        assertThat(data).contains("\"scoresIter\":[0,1,2]");
        assertThat(data).contains("\"0_W\"", "\"1_W\"", "\"2_W\"");
    }

    @Test
    void theModelPageShowsTheLayersAndTheirHistograms() throws Exception {
        assertThat(body("/train/model/graph")).contains("layer0", "layer1", "layer2");
        assertThat(body("/train/model/data/1")).contains("paramHist", "updateHist");
    }

    @Test
    void theSystemPageShowsTheBackend() throws Exception {
        assertThat(body("/train/system/data")).contains("CPU");
    }

    private static Set<URI> named(Pattern pattern, URI page) throws Exception {
        return pattern.matcher(Http.get(page).body())
                .results()
                .map(match -> page.resolve(match.group(1)))
                .collect(Collectors.toSet());
    }

    private static String body(String path) throws Exception {
        var response = Http.get(uri(path));
        assertThat(response.statusCode()).as("status of %s", path).isEqualTo(OK);
        return response.body();
    }

    private static URI uri(String path) {
        return dashboard.address().resolve(path);
    }
}
