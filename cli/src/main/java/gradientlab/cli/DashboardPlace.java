package gradientlab.cli;

import gradientlab.ui.DashboardOptions;
import picocli.CommandLine.Option;

/** The options that say where the dashboard listens. */
final class DashboardPlace {

    @Option(
            names = "--ui-host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address the dashboard listens on (default ${DEFAULT-VALUE}, this machine only).")
    String uiHost;

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            description = "Port of the dashboard; by default 9000 or the next free one.")
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
