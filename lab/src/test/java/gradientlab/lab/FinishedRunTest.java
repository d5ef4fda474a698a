package gradientlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.engine.Engine;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Iteration;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.RunFiles;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import gradientlab.runfolder.WorkFolder;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionRecording;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardListener;
import gradientlab.ui.DashboardOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedRunTest {

    private static final TrainingPlan PLAN = TrainingPlan.LECTURE.lasting(2, 15);

    @TempDir
    private Path folder;

    @Test
    void aRunThatWasNotOnTheDashboardShowsItsStartItsEndAndItsCurves() throws IOException {
        TrainedRun run = new Trainer(MnistOnce.data(), Watch.nobody()).train("run", PLAN);
        write(run);

        SessionRecording session = FinishedRun.in(folder).get(0).session();

        assertThat(session.moments()).extracting(IterationRecord::iteration).containsExactly(0, 30);
        assertThat(session.moments().get(0).observation().snapshot()).isEqualTo(run.start());
        assertThat(session.course().loss().values())
                .isEqualTo(run.iterations().stream().map(Iteration::loss).toList());
        assertThat(session.course().testLoss().values())
                .containsExactly(run.figures().testLoss());
        assertThat(session.facts().structure().layers())
                .extracting(layer -> layer.name())
                .containsExactly("hidden-1", "tanh-1", "output");
        // The lecture's net: its logits are four times too wide.
        assertThat(session.course().findings())
                .extracting(finding -> finding.rule().label())
                .contains("output-too-wide");
    }

    @Test
    void aRunThatWasOnTheDashboardShowsWhatItShowedThen() throws IOException {
        try (Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
            List<DashboardListener> shown = new ArrayList<>();
            Watch watch = new Watch(
                    name -> {
                        shown.add(dashboard.listener(name));
                        return List.copyOf(shown);
                    },
                    Progress.NONE,
                    new Interruption());
            TrainedRun run = new Trainer(MnistOnce.data(), watch).train("run", PLAN);
            SessionRecording recording = dashboard.recording(shown.get(0)).orElseThrow();
            write(run);
            put(new RunFiles().session(recording));

            SessionRecording session = FinishedRun.in(folder).get(0).session();

            assertThat(session.moments()).isEqualTo(recording.moments());
            assertThat(session.moments()).extracting(IterationRecord::iteration).containsExactly(0, 10, 20);
            assertThat(session.course().testLoss().iterations()).containsExactly(0, 15, 30);
            assertThat(session.course().testLoss().last())
                    .isEqualTo(run.figures().testLoss());
            assertThat(run.iterations())
                    .as("the dashboard changes no bit")
                    .isEqualTo(new Trainer(MnistOnce.data(), Watch.nobody())
                            .train("run", PLAN)
                            .iterations());
        }
    }

    @Test
    void aDamagedSessionIsNamed() throws IOException {
        write(new Trainer(MnistOnce.data(), Watch.nobody()).train("run", PLAN));
        Path session = folder.resolve("session.json.gz");
        Files.write(session, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> FinishedRun.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(session + ": ");
    }

    private void write(TrainedRun run) throws IOException {
        put(new RunFiles().training(run, Provenance.now(MnistOnce.data(), Backend.start(), Engine.AUTO)));
    }

    private void put(RunFiles files) throws IOException {
        try (WorkFolder work = WorkFolder.reopen(folder)) {
            work.put(files.all());
        }
    }
}
