package gradientlab.explorer.browser;

import gradientlab.explorer.ExplorerOptions;
import gradientlab.explorer.MnistExplorer;
import gradientlab.mnist.MnistDataset;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import gradientlab.ui.browser.PagesInBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Gives a test a browser with a dashboard whose explorer has the bundled images. */
final class OnExplorer extends PagesInBrowser {

    @Override
    protected Server start() {
        Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        dashboard.explore(new MnistExplorer(
                OnExplorer::images, dashboard, ExplorerOptions.savingBelow(Path.of("target", "saved"))));
        return new Server(dashboard.address(), dashboard::close);
    }

    private static MnistDataset images() {
        try {
            return MnistDataset.bundled();
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled images cannot be read.", e);
        }
    }
}
