package gradientlab.cli;

import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A data set that is being read on a thread of its own.
 *
 * <p>Reading MNIST takes as long as starting the backend, and neither needs the other.
 */
final class DataReading {

    private final FutureTask<MnistDataset> task;

    private DataReading(FutureTask<MnistDataset> task) {
        this.task = task;
    }

    /**
     * Begins to read.
     *
     * @param folder the data set's folder, or null for the bundled MNIST
     */
    static DataReading of(String folder) {
        FutureTask<MnistDataset> task =
                new FutureTask<>(() -> folder == null ? MnistDataset.bundled() : MnistDataset.in(Path.of(folder)));
        Thread thread = new Thread(task, "data");
        // Where the backend cannot start, the program ends without waiting for the data.
        thread.setDaemon(true);
        thread.start();
        return new DataReading(task);
    }

    /** Waits for the data set; what goes wrong while reading is thrown as it is. */
    MnistDataset result() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The thread was interrupted while the data were read", e);
        }
    }

    private static IOException rethrown(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (IOException) failure;
    }
}
