package gradientlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
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

    /** @throws IOException with a sentence that names the file when it is missing or holds no network */
    static SavedNetwork read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("--model must be a file that DL4J saved, but there is none at " + file);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry configuration = zip.getEntry(CONFIGURATION);
            if (configuration == null) {
                throw new IOException(
                        "--model must be a file that DL4J saved, but " + file + " has no " + CONFIGURATION);
            }
        } catch (java.util.zip.ZipException e) {
            throw new IOException("--model must be a file that DL4J saved, but " + file + " is no zip file", e);
        }
        return of(restored(file));
    }

    private static Model restored(Path file) throws IOException {
        try {
            return ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
        } catch (RuntimeException | IOException stack) {
            try {
                return ModelSerializer.restoreComputationGraph(file.toFile(), true);
            } catch (RuntimeException | IOException graph) {
                throw new IOException(
                        "--model " + file
                                + " holds neither a MultiLayerNetwork nor a ComputationGraph that can be read: "
                                + graph.getMessage(),
                        graph);
            }
        }
    }

    private static SavedNetwork of(Model model) {
        Layer output = model instanceof ComputationGraph graph
                ? graph.getOutputLayer(0)
                : ((MultiLayerNetwork) model).getOutputLayer();
        long units = output.conf().getLayer() instanceof BaseOutputLayer layer ? layer.getNOut() : 0;
        return new SavedNetwork(model, (int) units);
    }
}
