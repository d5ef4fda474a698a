package gradientlab.explorer.browser;

import gradientlab.explorer.ExplorerOptions;
import gradientlab.explorer.MnistExplorer;
import gradientlab.mnist.MnistDataset;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import gradientlab.ui.browser.PagesInBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gives a test a browser with a dashboard whose explorer has the bundled images. */
final class OnExplorer extends PagesInBrowser {

    @Override
    protected Server start() {
        Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        dashboard.explore(new MnistExplorer(
                OnExplorer::images,
                dashboard,
                ExplorerOptions.savingBelow(Path.of("target", "saved")).besides(List.of(sweep()))));
        return new Server(dashboard.address(), dashboard::close);
    }

    /** The table of a sweep over two stds and two depths of tanh nets; accuracies made up. */
    private static Path sweep() {
        Path folder = Path.of("target", "a-sweep");
        StringBuilder table = new StringBuilder("test-accuracy,last-loss,error,command\n");
        for (double std : new double[] {0.5, 2}) {
            for (int depth : new int[] {3, 30}) {
                table.append(std / depth + "," + depth + ",,train --init scaled:" + std + ":0 --depth " + depth + "\n");
            }
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("results.csv"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static MnistDataset images() {
        try {
            return MnistDataset.bundled();
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled images cannot be read.", e);
        }
    }
}
