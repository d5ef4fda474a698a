package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The example of the module's README, compiled and run. */
class ReadmeExampleTest {

    private static final Logger log = LoggerFactory.getLogger(ReadmeExampleTest.class);
    private static final Path SOURCE = Path.of("src/test/java/gradientlab/diagnostics/probe/ReadmeExampleTest.java");

    @Test
    void theExampleMeasuresAsItSays() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        DataSet batch = Nets.batch(DataType.FLOAT, 1);

        List<Snapshot> snapshots = example(network, batch);

        assertThat(snapshots).extracting(Snapshot::iteration).containsExactly(0, 1, 2, 5, 10, 20);
        assertThat(snapshots.get(5).network().loss())
                .isLessThan(snapshots.get(0).network().loss());
    }

    @Test
    void theReadmeShowsTheSameLines() throws IOException {
        assertShown("example");
        assertShown("diagnose");
    }

    @Test
    void theOneLineUseFindsTheLecturesFault() {
        MultiLayerNetwork network = Patients.mlp(0.1, 1, Activation.TANH, Patients.normal(1), Patients.normal(1));
        DataSet batch = Patients.digits(1, Patients.BATCH);

        Checkup checkup = diagnose(network, batch);

        assertThat(checkup.report()).contains("[output-too-wide] out, iteration 0: std of the logits");
        assertThat(network.getListeners()).hasSize(1);
        assertThat(checkup.healthy()).isFalse();
    }

    private static void assertShown(String mark) throws IOException {
        String source = Files.readString(SOURCE);
        String start = "// <" + mark + ">\n";
        String body =
                source.substring(source.indexOf(start) + start.length(), source.lastIndexOf("// </" + mark + ">"));

        assertThat(Files.readString(Path.of("../diagnostics/README.md")))
                .contains("```java\n" + body.stripIndent().strip() + "\n```");
    }

    private static Checkup diagnose(MultiLayerNetwork network, DataSet batch) {
        // <diagnose>
        network.setListeners(DiagnosticListener.create()); // logs findings as they appear
        Checkup checkup = Preflight.of(network, batch); // before the first step; the network is not touched
        log.info("{}", checkup.report());
        // </diagnose>
        return checkup;
    }

    private static List<Snapshot> example(MultiLayerNetwork network, DataSet batch) {
        // <example>
        NetworkProbe probe = NetworkProbe.of(network);
        Schedule schedule = Schedule.logarithmic();
        List<Snapshot> snapshots = new ArrayList<>();

        snapshots.add(Snapshot.of(probe.capture(batch))); // iteration 0: before the first update
        network.addListeners(new BaseTrainingListener() {
            @Override
            public void iterationDone(Model model, int iteration, int epoch) {
                int updates = iteration + 1; // DL4J counts after its listeners
                if (schedule.at(updates)) {
                    snapshots.add(Snapshot.of(probe.capture(batch, updates)));
                }
            }
        });
        for (int i = 0; i < 20; i++) {
            network.fit(batch);
        }

        for (Snapshot snapshot : snapshots) {
            LayerSnapshot hidden = snapshot.layers().get(0);
            log.info(
                    "{}: loss {} (chance {}), saturated {}, std of delta {}",
                    snapshot.iteration(),
                    snapshot.network().loss(),
                    snapshot.network().chanceLoss(),
                    hidden.saturatedShare(),
                    hidden.delta().statistics().std());
        }
        // </example>
        return snapshots;
    }
}
