package gradientlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.engine.Engine;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.SettingException;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;

class CellFunctionTest {

    /** The probes agree to rounding. */
    private static final double ROUNDING = 1e-4;

    private final CellFunction function = new CellFunction(MnistOnce.data(), Engine.AUTO, new Interruption());
    private final Trainer trainer = new Trainer(MnistOnce.data(), Watch.nobody());

    private static TrainingPlan plan(Map<String, Object> settings) {
        return TrainSettings.of(settings).toPlan();
    }

    private double value(TrainingPlan plan, boolean trained, Measure measure) {
        return Double.parseDouble(
                function.row(plan, trained, List.of(measure)).values().get(0));
    }

    @Test
    void aCellHasTheFiguresOfTheTrainingOfItsPlanToTheBit() {
        TrainingPlan plan = plan(Map.of(
                "depth",
                2,
                "width",
                20,
                "epochs",
                2,
                "batchesPerEpoch",
                15,
                "optimizer",
                "adam",
                "lr",
                0.01,
                "seed",
                7L));
        TrainedRun run = trainer.train("expected", plan);
        CellRow row = function.row(plan, true, Measure.standard(true));
        List<Double> expected = List.of(
                run.iterations().get(0).loss(),
                run.iterations().get(29).loss(),
                run.figures().testLoss(),
                run.figures().testAccuracy(),
                run.figures().saturatedAtEnd(),
                run.figures().deadUnitsAtEnd() / 40.0);
        List<Measure> measures = List.of(
                Measure.FIRST_LOSS,
                Measure.LAST_LOSS,
                Measure.TEST_LOSS,
                Measure.TEST_ACCURACY,
                Measure.SATURATED_SHARE_END,
                Measure.DEAD_SHARE);
        for (int i = 0; i < measures.size(); i++) {
            assertThat(row.values().get(Measure.standard(true).indexOf(measures.get(i))))
                    .as(measures.get(i).label())
                    .isEqualTo(String.valueOf(expected.get(i)));
        }
    }

    @Test
    void theRatiosOfAFreshCellAreThoseOfACaptureByDl4j() {
        TrainingPlan plan = plan(Map.of("depth", 6, "width", 30, "init", "scaled:0.7:0.1"));
        DataSet batch = trainer.firstBatch(plan);
        Capture capture =
                NetworkProbe.of(plan.spec().toNetwork(batch.getFeatures())).capture(batch);
        double delta = std(capture.layer("tanh-1").delta().values())
                / std(capture.layer("tanh-6").delta().values());
        double signal = std(capture.layer("hidden-6").activation().values())
                / std(capture.layer("hidden-1").activation().values());
        assertThat(value(plan, false, Measure.DELTA_RATIO)).isCloseTo(delta, within(ROUNDING * delta));
        assertThat(value(plan, false, Measure.SIGNAL)).isCloseTo(signal, within(ROUNDING * signal));
        assertThat(value(plan, false, Measure.FIRST_LOSS)).isCloseTo(capture.loss(), within(ROUNDING));
    }

    private static double std(float[] values) {
        return Statistics.of(values).std();
    }

    @Test
    void theFindingsAreTheRulesThatTheLecturesNetBreaks() {
        TrainingPlan lecture = plan(Map.of("init", "standard-normal"));
        assertThat(function.row(lecture, false, List.of(Measure.FINDINGS))
                        .values()
                        .get(0))
                .contains("initial-loss-too-high");
    }

    @Test
    void aTrainingThatDivergesIsARowThatSaysAtWhichStep() {
        TrainingPlan plan = plan(
                Map.of("depth", 3, "width", 20, "activation", "relu", "lr", 1e20, "epochs", 1, "batchesPerEpoch", 50));
        CellRow row = function.row(plan, true, List.of(Measure.DIVERGED_AT, Measure.LAST_LOSS));
        double step = Double.parseDouble(row.values().get(0));
        assertThat(step).isBetween(2.0, 49.0);
        assertThat(Double.parseDouble(row.values().get(1))).isNotFinite();
        assertThat(trainer.train("expected", plan).iterations())
                .as("all losses before that step are finite, and its own is not")
                .allSatisfy(each -> assertThat(Double.isFinite(each.loss())).isEqualTo(each.iteration() < step - 1));
    }

    @Test
    void aPlanThatTheDataDoNotAllowIsRefused() {
        assertThatThrownBy(() -> function.row(plan(Map.of("batchSize", 60_001)), false, List.of(Measure.SIGNAL)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("60000");
    }
}
