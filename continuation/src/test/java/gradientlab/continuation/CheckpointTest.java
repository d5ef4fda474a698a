package gradientlab.continuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.engine.Engine;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.Checkpoint;
import gradientlab.lab.run.Checkpoints;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Json;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import gradientlab.runfolder.FileSum;
import gradientlab.runfolder.Specification;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {

    private static final int EPOCHS = 3;
    private static final int STEPS_PER_EPOCH = 40;

    @TempDir
    private Path temporary;

    private WorkFolder work;

    @BeforeEach
    void aFolderIsBegun() throws IOException {
        work = WorkFolder.claim(temporary.resolve("run"));
        work.begin(new Specification(Map.of("results", "a test's")), List.of());
    }

    @AfterEach
    void theFolderIsFree() throws IOException {
        work.close();
    }

    /** What a training leaves: the figures, every step, and what its diagnosis has seen and said. */
    private record Left(TrainedRun run, byte[] parameters, FileSum history, List<Finding> said) {}

    private static TrainingPlan plan(Optimiser optimiser, Normalisation normalisation) {
        return TrainingPlan.LECTURE
                .lasting(EPOCHS, STEPS_PER_EPOCH)
                .with(b -> b.optimiser(optimiser)
                        .learningRate(0.02)
                        .normalisation(normalisation)
                        .activation(ActivationFunction.RELU)
                        .initialisation(InitialisationScheme.STANDARD_NORMAL)
                        .hidden(2, 24));
    }

    private static Left train(TrainingPlan plan, Engine engine, Checkpoints checkpoints, List<Finding> said)
            throws IOException {
        var train = MnistOnce.data().train();
        DiagnosticListener diagnosis = DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, said::add)
                .watching(train.first(100))
                .probing(Probes.under(engine));
        Watch watch = new Watch(name -> List.of(diagnosis), Progress.NONE, new Interruption());
        TrainedRun run = new Trainer(MnistOnce.data(), watch, engine).train("run", plan, checkpoints);
        History history = diagnosis.history();
        return new Left(run, run.network().params().data().asBytes(), FileSum.of(Json.toBytes(history)), said);
    }

    private CheckpointFile file(CheckpointFile.Trigger trigger, List<String> complaints) {
        return new CheckpointFile(work, 42, false, trigger, complaints::add);
    }

    private Checkpoints killedAfter(int step) {
        return file(new KilledAfter(step), new ArrayList<>());
    }

    @ParameterizedTest
    @CsvSource({"DIRECT, SGD, NONE", "DIRECT, ADAM, BATCH", "DL4J, RMSPROP, BATCH"})
    void aTrainingThatIsKilledAgainAndAgainEndsInTheSameBits(
            Engine engine, Optimiser optimiser, Normalisation normalisation) throws IOException {
        TrainingPlan plan = plan(optimiser, normalisation);
        Left atOnce = train(plan, engine, Checkpoints.NONE, new ArrayList<>());
        List<Finding> said = new ArrayList<>();
        // After the first step, at the end of an epoch, at the begin of the next, and before the last step.
        int last = EPOCHS * STEPS_PER_EPOCH - 1;
        for (int step : new int[] {1, STEPS_PER_EPOCH, STEPS_PER_EPOCH + 1, last}) {
            assertThatThrownBy(() -> train(plan, engine, killedAfter(step), said))
                    .isInstanceOf(KilledAfter.Killed.class);
        }
        List<String> complaints = new ArrayList<>();
        Left inPieces = train(plan, engine, file(steps -> false, complaints), said);
        assertThat(complaints).isEmpty();
        assertThat(inPieces.run().figures()).isEqualTo(atOnce.run().figures());
        assertThat(inPieces.run().iterations()).isEqualTo(atOnce.run().iterations());
        assertThat(inPieces.run().start()).isEqualTo(atOnce.run().start());
        assertThat(inPieces.run().end()).isEqualTo(atOnce.run().end());
        assertThat(inPieces.parameters()).isEqualTo(atOnce.parameters());
        assertThat(inPieces.history()).isEqualTo(atOnce.history());
        assertThat(inPieces.said()).as("each finding is said once").isEqualTo(atOnce.said());
    }

    @Test
    void whatWasTrainedIsNotTrainedAgain() throws IOException {
        TrainingPlan plan = plan(Optimiser.SGD, Normalisation.NONE);
        List<Finding> said = new ArrayList<>();
        assertThatThrownBy(() -> train(plan, Engine.AUTO, killedAfter(100), said))
                .isInstanceOf(KilledAfter.Killed.class);
        List<Integer> asked = new ArrayList<>();
        train(
                plan,
                Engine.AUTO,
                file(
                        steps -> {
                            asked.add(steps);
                            return false;
                        },
                        new ArrayList<>()),
                said);
        assertThat(asked).first().isEqualTo(101);
        assertThat(asked).hasSize(20);
    }

    @Test
    void askedToStopItKeepsWhereItStands() throws IOException {
        TrainingPlan plan = plan(Optimiser.SGD, Normalisation.NONE);
        Interruption interruption = new Interruption();
        Watch watch = new Watch(name -> List.of(), Progress.NONE, interruption);
        Checkpoints interrupting = file(
                steps -> {
                    if (steps == 50) {
                        interruption.request();
                    }
                    return false;
                },
                new ArrayList<>());
        Trainer trainer = new Trainer(MnistOnce.data(), watch);
        assertThatThrownBy(() -> trainer.train("run", plan, interrupting)).isInstanceOf(Interruption.Interrupted.class);
        Checkpoint last = file(steps -> false, new ArrayList<>()).last().orElseThrow();
        assertThat(last.iterations()).hasSize(50);
        assertThat(last.logitStd()).hasSize(2);
        CheckpointFile.delete(work);
        assertThat(CheckpointFile.isIn(work)).isFalse();
    }

    @Test
    void aCheckpointThatIsDamagedOrForeignIsNeverTrusted() throws IOException {
        TrainingPlan plan = plan(Optimiser.SGD, Normalisation.NONE);
        assertThatThrownBy(() -> train(plan, Engine.AUTO, killedAfter(3), new ArrayList<>()))
                .isInstanceOf(KilledAfter.Killed.class);
        List<String> complaints = new ArrayList<>();
        assertThat(new CheckpointFile(work, 43, false, steps -> false, complaints::add).last())
                .isEmpty();
        assertThat(complaints).singleElement().asString().contains("belongs to something else", "begins anew");
        complaints.clear();
        CheckpointFile.deleteFinished(work, List.of(43L));
        assertThat(CheckpointFile.isIn(work))
                .as("of a seed that is not finished")
                .isTrue();
        Path file = work.path().resolve("checkpoint");
        byte[] bytes = Files.readAllBytes(file);
        for (int place : new int[] {0, 40, 150, bytes.length / 2, bytes.length - 1}) {
            byte[] altered = bytes.clone();
            altered[place] ^= 1;
            Files.write(file, altered);
            assertThat(file(steps -> false, complaints).last()).isEmpty();
        }
        Files.write(file, new byte[0]);
        assertThat(file(steps -> false, complaints).last()).isEmpty();
        assertThat(complaints).hasSize(6).allMatch(sentence -> sentence.startsWith(file + ": "));
        Files.write(file, bytes);
        CheckpointFile.deleteFinished(work, List.of(42L));
        assertThat(file).doesNotExist();
    }
}
