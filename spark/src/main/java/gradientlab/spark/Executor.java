package gradientlab.spark;

import gradientlab.lab.run.Backend;
import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.nio.file.Path;

/** What the tasks of one process share: the backend, and the data, which are read once. */
final class Executor {

    private static MnistDataset data;
    private static String folder;

    private Executor() {}

    /**
     * The data of a task.
     *
     * @throws IOException if they cannot be read, or are not those that the sweep was begun with
     */
    static synchronized MnistDataset data(ClusterTask task) throws IOException {
        String wanted = String.valueOf(task.data());
        if (data == null || !wanted.equals(folder)) {
            Backend.start();
            data = task.data() == null ? MnistDataset.bundled() : MnistDataset.in(Path.of(task.data()));
            folder = wanted;
        }
        if (!data.sha256().equals(task.sha256())) {
            throw new IOException("data " + wanted + ": the files of this executor are not those of the machine that"
                    + " began the sweep, by their SHA-256");
        }
        return data;
    }
}
