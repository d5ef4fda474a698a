package gradientlab.cli;

import gradientlab.explorer.ExplorerOptions;
import gradientlab.explorer.MnistExplorer;
import gradientlab.lab.run.Backend;
import gradientlab.mnist.MnistDataset;
import gradientlab.sweep.SweptCell;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The explorer page of a dashboard that the command line has started. */
final class ExplorerPage {

    private static final String CLOSED =
            "Other machines reach this page: training is off unless explore is started with --allow-training.";

    private static final int MOST_SWEEPS = 12;

    private ExplorerPage() {}

    /** What the page may do where nothing is said: it trains unless other machines reach it, and saves in a folder of its own. */
    static ExplorerOptions standard(DashboardOptions place) {
        Path out = WorkOptions.standardFolder("explore");
        return allowed(ExplorerOptions.savingBelow(out).besides(sweeps()), place, false);
    }

    /** The newest folders of sweeps where they are written unless told otherwise. */
    static List<Path> sweeps() {
        Path runs = WorkOptions.standardFolder("sweep").getParent();
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(SweptCell::areIn)
                    .sorted(Comparator.comparing(Path::toFile, Comparator.comparing(File::lastModified))
                            .reversed())
                    .limit(MOST_SWEEPS)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // there is no such folder yet, or none that may be read
        }
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
