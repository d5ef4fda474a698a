package gradientlab.diagnostics.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.change.Remedy;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class StepWindowsTest {

    private static final Remedy LOWER = Remedy.LOWER_LEARNING_RATE;

    /** The step at an iteration is the largest. */
    private static StepWindows after(int steps, int largest) {
        MultiLayerNetwork network = Trainees.network(new Sgd(0.01));
        StepWindows windows = new StepWindows();
        List<Batch> batches = Trainees.batches(steps);
        for (int i = 0; i < steps; i++) {
            windows.before(network, batches.get(i));
            batches.get(i).fit(network);
            windows.after(i == largest ? -1 : -3);
        }
        return windows;
    }

    private static List<Integer> starts(List<StepWindow> windows) {
        return windows.stream().map(window -> window.start().iteration()).toList();
    }

    @Test
    void theFirstStepsThoseAroundTheLargestAndTheLastAreKept() {
        List<StepWindow> windows = after(110, 50).worthTrying(LOWER);

        assertThat(starts(windows)).containsExactly(0, 40, 80);
        assertThat(windows).extracting(StepWindow::size).containsExactly(20, 20, 30);
        assertThat(windows).extracting(StepWindow::decisive).containsExactly(true, true, false);
    }

    @Test
    void aWindowThatIsSeveralOfTheseIsTriedOnce() {
        assertThat(starts(after(7, 3).worthTrying(LOWER))).containsExactly(0);
        assertThat(starts(after(30, 25).worthTrying(LOWER))).containsExactly(0, 20);
        assertThat(starts(after(30, 3).worthTrying(LOWER))).containsExactly(0, 20);
    }

    @Test
    void aWarmUpIsTriedAtTheStartAlone() {
        assertThat(starts(after(110, 50).worthTrying(Remedy.warmUp()))).containsExactly(0);
    }

    @Test
    void aBatchIsKeptAsItWasWhateverBecomesOfItsArrays() {
        MultiLayerNetwork network = Trainees.network(new Sgd(0.01));
        StepWindows windows = new StepWindows();
        Batch batch = Trainees.batches(1).get(0);
        windows.before(network, batch);
        double norm = batch.features()[0].norm2Number().doubleValue();
        batch.features()[0].assign(0);

        assertThat(windows.worthTrying(LOWER)
                        .get(0)
                        .batch(0)
                        .features()[0]
                        .norm2Number()
                        .doubleValue())
                .isEqualTo(norm);
    }

    /** 20 batches of 64 × 4,000 features are 5.1 million numbers. */
    @Test
    void ofLargeBatchesNothingIsKept() {
        StepWindows windows = new StepWindows();
        windows.before(Trainees.network(new Sgd(0.01)), Batch.of(new DataSet(Nd4j.zeros(64, 4000), Nd4j.zeros(64, 1))));

        assertThat(windows.worthTrying(LOWER)).isEmpty();
    }
}
