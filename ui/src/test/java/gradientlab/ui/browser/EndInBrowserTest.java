package gradientlab.ui.browser;

import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import org.junit.jupiter.api.Test;

class EndInBrowserTest {

    @Test
    void aServerThatIsGoneIsSaidToHaveEndedAndComesBackWhenItDoes() {
        Chromium chromium = Chromium.installed();
        Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        var options = DashboardOptions.defaults().withPort(dashboard.address().getPort());
        try (var browser = new Browser(chromium, dashboard.address())) {
            browser.open("/gradients");
            browser.awaitText("#view", "No session yet");
            dashboard.close();
            browser.awaitText("#warning", "The dashboard has ended");
            try (Dashboard again = Dashboard.start(options)) {
                browser.until(
                        "the pages are back at " + again.address(),
                        () -> browser.text("#warning").isEmpty());
            }
        } finally {
            dashboard.close();
        }
    }
}
