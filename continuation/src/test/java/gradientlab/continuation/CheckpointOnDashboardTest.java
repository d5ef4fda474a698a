package gradientlab.continuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.engine.Engine;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.Checkpoints;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import gradientlab.runfolder.Specification;
import gradientlab.runfolder.WorkFolder;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionRecording;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardListener;
import gradientlab.ui.DashboardOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointOnDashboardTest {

    private static final TrainingPlan PLAN = TrainingPlan.LECTURE.lasting(3, 40);

    /** Few enough for older reports to be given up. */
    private static final DashboardOptions OPTIONS =
            DashboardOptions.defaults().withPort(0).withKept(10);

    /** Trains on a dashboard of its own, as another process would. */
    private static SessionRecording train(Checkpoints checkpoints) {
        try (Dashboard dashboard = Dashboard.start(OPTIONS)) {
            DashboardListener listener = dashboard.listener("run", 5, Probes.under(Engine.AUTO));
            Watch watch = new Watch(name -> List.of(listener), Progress.NONE, new Interruption());
            new Trainer(MnistOnce.data(), watch, Engine.AUTO).train("run", PLAN, checkpoints);
            return dashboard.recording(listener).orElseThrow();
        }
    }

    @Test
    void aTrainingThatIsKilledShowsInTheEndWhatOneShowsThatWasNot(@TempDir Path folder) throws IOException {
        SessionRecording atOnce = train(Checkpoints.NONE);
        SessionRecording inPieces;
        try (WorkFolder work = WorkFolder.claim(folder.resolve("run"))) {
            work.begin(new Specification(Map.of("results", "a test's")), List.of());
            for (int step : new int[] {1, 40, 77}) {
                assertThatThrownBy(() -> train(new CheckpointFile(work, 42, true, new KilledAfter(step), said -> {})))
                        .isInstanceOf(KilledAfter.Killed.class);
            }
            List<String> complaints = new ArrayList<>();
            inPieces = train(new CheckpointFile(work, 42, true, steps -> false, complaints::add));
            assertThat(complaints).isEmpty();
        }
        assertThat(atOnce.moments()).hasSize(10);
        assertThat(inPieces.moments())
                .extracting(IterationRecord::iteration)
                .isEqualTo(atOnce.moments().stream()
                        .map(IterationRecord::iteration)
                        .toList());
        assertThat(inPieces.moments().equals(atOnce.moments())).isTrue();
        assertThat(inPieces.course().loss()).isEqualTo(atOnce.course().loss());
        assertThat(inPieces.course().testLoss()).isEqualTo(atOnce.course().testLoss());
        assertThat(inPieces.course().findings()).isEqualTo(atOnce.course().findings());
        assertThat(inPieces.facts().structure()).isEqualTo(atOnce.facts().structure());
        assertThat(inPieces.stock().updates()).hasSameSizeAs(atOnce.stock().updates());
        assertThat(inPieces.stock().facts()).hasSameSizeAs(atOnce.stock().facts());
    }

    @Test
    void aCheckpointThatWasNotShownIsOfNoUseToARunThatIs(@TempDir Path folder) throws IOException {
        try (WorkFolder work = WorkFolder.claim(folder.resolve("run"))) {
            work.begin(new Specification(Map.of("results", "a test's")), List.of());
            Trainer trainer = new Trainer(MnistOnce.data(), Watch.nobody());
            assertThatThrownBy(() -> trainer.train(
                            "run", PLAN, new CheckpointFile(work, 42, false, new KilledAfter(3), said -> {})))
                    .isInstanceOf(KilledAfter.Killed.class);
            List<String> complaints = new ArrayList<>();
            assertThat(new CheckpointFile(work, 42, true, steps -> false, complaints::add).last())
                    .isEmpty();
            assertThat(complaints)
                    .singleElement()
                    .asString()
                    .contains("was not shown on the dashboard; the repetition");
            assertThat(new CheckpointFile(work, 42, false, steps -> false, complaints::add).last())
                    .isPresent();
        }
    }
}
