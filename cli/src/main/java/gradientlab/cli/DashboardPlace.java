package gradientlab.cli;

import gradientlab.ui.DashboardOptions;
import picocli.CommandLine.Option;

/** The options that say where the dashboard listens. */
final class DashboardPlace {

    @Option(names = "--ui-host", paramLabel = "HOST", defaultValue = "127.0.0.1", descriptionKey = "dashboard.ui-host")
    String uiHost;

    @Option(names = "--ui-port", paramLabel = "PORT", descriptionKey = "dashboard.ui-port")
    Integer uiPort;

    /**
     * Where the dashboard listens.
     *
     * @throws gradientlab.ui.DashboardException if there is no such host or port
     */
    DashboardOptions options() {
        DashboardOptions base = DashboardOptions.defaults().withHost(uiHost);
        return uiPort == null ? base : base.withPort(uiPort);
    }
}
