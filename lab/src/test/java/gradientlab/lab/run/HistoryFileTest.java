package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.MlpSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history with configuration, data and outputs as a file, and one from before it had them. */
class HistoryFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        History history = history();
        Json.write(folder.resolve("history.json"), history);

        assertThat(history.training().known()).isTrue();
        assertThat(history.data().known()).isTrue();
        assertThat(history.observations().get(0).outputs()).isNotEmpty();
        assertThat(Json.read(folder.resolve("history.json"), History.class)).isEqualTo(history);
    }

    @Test
    void aFileFromBeforeHasNoFactsAndIsRead() throws Exception {
        Path file = folder.resolve("history.json");
        ObjectNode tree = Json.MAPPER.valueToTree(history());
        tree.remove("training");
        tree.remove("data");
        tree.remove("penalties");
        tree.withArray("observations").forEach(observation -> {
            ((ObjectNode) observation).remove("outputs");
            ((ObjectNode) observation).remove("gradients");
        });
        Files.write(file, Json.MAPPER.writeValueAsBytes(tree));
        History read = Json.read(file, History.class);

        assertThat(read.training()).isEqualTo(TrainingFacts.NONE);
        assertThat(read.data()).isEqualTo(DataFacts.NONE);
        assertThat(read.penalties()).isEmpty();
        assertThat(read.observations().get(0).outputs()).isEmpty();
        assertThat(read.observations().get(0).gradients()).isEmpty();
    }

    private static History history() {
        MultiLayerNetwork network = MlpSpec.lecture().build().toNetwork();
        DiagnosticListener listener = DiagnosticListener.create();
        network.setListeners(listener);
        ImageIterator batches = ImageIterator.shuffled(MnistOnce.data().train(), 32, 3);
        for (int step = 0; step < 3; step++) {
            network.fit(batches.next());
        }
        return listener.history();
    }
}
