package gradientlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.engine.Engine;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.RunFiles;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tool about lost gradients survives them: the report of a training that diverges is written, and says where it ended. */
class DivergedRunTest {

    @TempDir
    private Path folder;

    private static Map<String, Object> settings(Object... keysAndValues) {
        Map<String, Object> settings = new HashMap<>(Map.of("epochs", 2, "batchesPerEpoch", 3));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return settings;
    }

    static List<Map<String, Object>> everyWildTrainingHasItsReport() {
        return List.of(
                settings("lr", 1e38),
                settings("lr", 1e300, "optimizer", "adam"),
                settings("lr", 1e3, "activation", "relu", "depth", 3, "init", "kaiming-normal"),
                settings("lr", 1e38, "activation", "relu", "norm", "batch"),
                settings("init", "normal:1e300"),
                settings("init", "constant:1e39"),
                settings("outputScale", -1e30, "activation", "relu"),
                settings("lr", 1e-300),
                settings("width", 1, "norm", "batch", "batchSize", 1));
    }

    @ParameterizedTest
    @MethodSource
    void everyWildTrainingHasItsReport(Map<String, Object> settings) throws IOException {
        String page = Files.readString(report(settings));
        assertThat(page).contains("The loss per epoch").contains("Update:parameter ratio");
    }

    /** lr 1e38: the weights are infinite after the first step, and inf − inf is NaN. */
    @Test
    void theReportSaysFromWhichStepOnAndWhatWasSeenFirst() throws IOException {
        String page = Files.readString(report(settings("lr", 1e38)));
        assertThat(page)
                .contains("The loss of seed 42 is not finite from step 1 on."
                        + " The first value that was seen not to be finite is ")
                .contains(": pre-activation of hidden-1, unit ")
                .contains(", before the update of step 1.")
                .contains("Not drawn: NaN from step 1 on: loss.")
                .contains("end (100 % not finite)")
                .contains("NaN %");
        assertThat(folder.resolve("figures/loss-per-step.png")).isNotEmptyFile();
    }

    @Test
    void ofTwoHundredLayersSomeAreDrawn() throws IOException {
        String page = Files.readString(report(
                settings("depth", 200, "width", 2, "epochs", 1, "batchesPerEpoch", 1, "init", "kaiming-normal")));
        assertThat(page)
                .contains("24 of 201 weight matrices")
                .contains("12 of 200 hidden layers are drawn")
                .contains("Activations of tanh-1.")
                .contains("Activations of tanh-200.");
    }

    @Test
    void largeNumbersHaveAnExponent() {
        assertThat(Numbers.fixed(1.25e31, 4)).isEqualTo("1.25e+31");
        assertThat(Numbers.fixed(999_999, 1)).isEqualTo("999999.0");
        assertThat(gradientlab.lab.run.MeanStd.of(List.of(1e30, 3e30)).text(3)).isEqualTo("2.00e+30 ± 1.41e+30");
        assertThat(PlanName.withoutSeed(
                        TrainingPlan.LECTURE.with(b -> b.outputScale(1e30)).spec()))
                .isEqualTo("standard-normal, output scale 1.0E30");
    }

    private Path report(Map<String, Object> settings) throws IOException {
        TrainingPlan plan = TrainSettings.of(settings).toPlan();
        DiagnosticListener diagnosis = DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {})
                .watching(MnistOnce.data().train().first(100));
        Watch watch = new Watch(name -> List.of(diagnosis), Progress.NONE, new Interruption());
        TrainedRun run = new Trainer(MnistOnce.data(), watch).train("run", plan);
        RunFiles files = new RunFiles()
                .history(diagnosis.history())
                .training(run, Provenance.now(MnistOnce.data(), Backend.start(), Engine.AUTO));
        try (WorkFolder work = WorkFolder.reopen(folder)) {
            work.put(files.all());
            return TrainReport.write(work, List.of());
        }
    }
}
