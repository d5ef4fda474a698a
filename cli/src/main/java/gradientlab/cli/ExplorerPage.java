package gradientlab.cli;

import gradientlab.explorer.ExplorerOptions;
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

    /** What the page may do where nothing is said: it trains unless other machines reach it, and saves in a folder of its own. */
    static ExplorerOptions standard(DashboardOptions place) {
        return allowed(new ExplorerOptions(null, WorkOptions.standardFolder("explore"), ""), place, false);
    }

    /** The same with training also where other machines reach the page, if that is wanted. */
    static ExplorerOptions allowed(ExplorerOptions options, DashboardOptions place, boolean allowTraining) {
        return allowTraining || !isOpen(place) ? options : options.forbidding(CLOSED);
    }

    /** Shows the page. */
    static URI on(Dashboard dashboard, Supplier<MnistDataset> data, ExplorerOptions options) {
        return dashboard.explore(new MnistExplorer(data, dashboard, options));
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
