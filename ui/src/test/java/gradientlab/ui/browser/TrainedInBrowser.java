package gradientlab.ui.browser;

import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import gradientlab.ui.RecurrentTraining;
import gradientlab.ui.demo.LiveDemo;

/** Gives a test a browser with two recurrent trainings, of which one forgets, beside the demo. */
final class TrainedInBrowser extends PagesInBrowser {

    static final String FORGETS = "forgets";
    static final String REMEMBERS = "remembers";
    static final int STEPS = 25;
    static final int LATEST = 2;

    @Override
    protected Server start() {
        Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        new RecurrentTraining(STEPS, 1, -4).fit(LATEST + 1, dashboard.listener(FORGETS, 1));
        new RecurrentTraining(STEPS, 1, 1).fit(LATEST + 1, dashboard.listener(REMEMBERS, 1));
        LiveDemo demo = dashboard.demo();
        return new Server(dashboard.address(), () -> {
            demo.close();
            dashboard.close();
        });
    }
}
