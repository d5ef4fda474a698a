package gradientlab.ui.browser;

import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import gradientlab.ui.demo.LiveDemo;

/** Gives a test a browser with the demo's dashboard. */
final class InBrowser extends PagesInBrowser {

    @Override
    protected Server start() {
        Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        LiveDemo demo = dashboard.demo();
        return new Server(dashboard.address(), () -> {
            demo.close();
            dashboard.close();
        });
    }
}
