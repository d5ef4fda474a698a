package gradientlab.cli;

import gradientlab.explorer.MnistExplorer;
import gradientlab.lab.run.Backend;
import gradientlab.mnist.MnistDataset;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Supplier;

/** The explorer page of a dashboard that the command line has started. */
final class ExplorerPage {

    private static final String CLOSED =
            "Other machines reach this page: training is off unless explore is started with --allow-training.";

    private ExplorerPage() {}

    /**
     * Shows the page.
     *
     * @param allowTraining whether networks may be trained also where other machines reach the page
     */
    static URI on(Dashboard dashboard, DashboardOptions options, Supplier<MnistDataset> data, boolean allowTraining) {
        boolean allowed = allowTraining || !isOpen(options);
        return dashboard.explore(new MnistExplorer(data, dashboard, allowed ? "" : CLOSED));
    }

    /** The bundled MNIST, read with the backend started when it is asked for. */
    static MnistDataset bundled() {
        try {
            Backend.start();
            return MnistDataset.bundled();
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled MNIST cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isOpen(DashboardOptions options) {
        try {
            return !InetAddress.getByName(options.host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
