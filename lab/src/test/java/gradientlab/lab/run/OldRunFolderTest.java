package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.judge.Judge;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A run folder of version 0.1.0-SNAPSHOT of November 2026, written by {@code train --activation gelu --width 2 --epochs 1
 * --batches-per-epoch 2} before the activation functions had one table and some quantities were given up.
 */
class OldRunFolderTest {

    private final RunFolder folder =
            new RunFolder(Path.of("src/test/resources/gradientlab/lab/run/folder-before-activations"));

    @Test
    void itsHistoryIsJudgedAgain() throws IOException {
        History history = folder.history().orElseThrow();

        assertThat(history.observations()).hasSize(2);
        assertThat(history.structure().layers().get(1).nonlinearity())
                .as("what the probe of that version said of our own GELU")
                .isEqualTo(ActivationFunction.OTHER);
        assertThat(Judge.judge(history)).isNotNull();
    }

    @Test
    void itsRunAndItsSnapshotsAreRead() throws IOException {
        assertThat(folder.record().runs()).hasSize(1);
        assertThat(folder.snapshots().start().layers()).hasSize(3);
    }
}
