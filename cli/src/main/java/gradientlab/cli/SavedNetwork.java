package gradientlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A network that DL4J saved.
 *
 * @param model a MultiLayerNetwork or a ComputationGraph
 * @param outputs columns of its output; 0 where its output layer does not say
 */
record SavedNetwork(Model model, int outputs) {

    private static final String CONFIGURATION = "configuration.json";
    private static final List<String> ARRAYS = List.of("coefficients.bin", "updaterState.bin");

    /** @throws IOException with a sentence that names the file when it is missing or holds no network */
    static SavedNetwork read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("--model must be a file that DL4J saved, but there is none at " + file);
        }
        check(file);
        return of(restored(file));
    }

    private static void check(Path file) throws IOException {
        try (ZipFile zip = opened(file)) {
            if (zip.getEntry(CONFIGURATION) == null) {
                throw new IOException(
                        "--model must be a file that DL4J saved, but " + file + " has no " + CONFIGURATION);
            }
            for (String array : ARRAYS) {
                checkArray(file, zip, array);
            }
        }
    }

    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("--model must be a file that DL4J saved, but " + file + " is no zip file", e);
        }
    }

    private static void checkArray(Path file, ZipFile zip, String array) throws IOException {
        try {
            SavedArray.check(zip, array, Files.size(file));
        } catch (IOException e) {
            throw new IOException("--model " + file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static Model restored(Path file) throws IOException {
        try {
            return ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
        } catch (RuntimeException | IOException | LinkageError | StackOverflowError stack) {
            try {
                return ModelSerializer.restoreComputationGraph(file.toFile(), true);
            } catch (RuntimeException | IOException | LinkageError | StackOverflowError graph) {
                throw new IOException(
                        "--model " + file
                                + " holds neither a MultiLayerNetwork nor a ComputationGraph that can be read: "
                                + firstLine(graph),
                        graph);
            }
        }
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().findFirst().orElse("");
    }

    private static SavedNetwork of(Model model) {
        Layer output = model instanceof ComputationGraph graph
                ? graph.getOutputLayer(0)
                : ((MultiLayerNetwork) model).getOutputLayer();
        long units = output.conf().getLayer() instanceof BaseOutputLayer layer ? layer.getNOut() : 0;
        return new SavedNetwork(model, (int) units);
    }
}
