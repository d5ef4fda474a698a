package gradientlab.benchmarks;

import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder for runs, deleted with all that is in it. */
record Workplace(Path path) implements AutoCloseable {

    private static final List<String> MNIST = List.of(
            "train-images-idx3-ubyte.gz",
            "train-labels-idx1-ubyte.gz",
            "t10k-images-idx3-ubyte.gz",
            "t10k-labels-idx1-ubyte.gz");

    static Workplace open() throws IOException {
        return new Workplace(Files.createTempDirectory("gradient-lab-benchmark"));
    }

    /** Writes a script that lies beside the classes. */
    Path script(String name) throws IOException {
        return copy(Workplace.class, name);
    }

    /** Writes MNIST's four files, compressed as they are bundled. */
    void writeMnist() throws IOException {
        for (String name : MNIST) {
            copy(MnistDataset.class, name);
        }
    }

    private Path copy(Class<?> beside, String name) throws IOException {
        try (InputStream source = beside.getResourceAsStream(name)) {
            if (source == null) {
                throw new IOException(
                        name + ": expected on the class path beside " + beside.getName() + ", found nothing.");
            }
            Path file = path.resolve(name);
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }

    /** A folder in it that is empty, whatever was there. */
    Path empty(String name) throws IOException {
        Path folder = path.resolve(name);
        delete(folder);
        return Files.createDirectory(folder);
    }

    @Override
    public void close() {
        delete(path);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted", e);
        }
    }
}
