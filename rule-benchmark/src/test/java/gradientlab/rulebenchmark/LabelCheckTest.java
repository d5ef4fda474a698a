package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.model.MlpSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelCheckTest {

    private static final LabelCheck CHECK = new LabelCheck(0.05, 0.2, 0.3);
    private static final RunEnd TWIN = new RunEnd(0.85, 0.5, 0.9, true, 0);

    /** Pairs 0.80, 0.84 and 0.90, 0.92: squares 0.0008 + 0.0002 over 2 degrees of freedom. */
    @Test
    void theMarginIsThreeStandardDeviationsPooledWithinConfigurations() {
        LabelCheck suffering = LabelCheck.of(List.of(
                List.of(outcome(0.80, 0.5), outcome(0.84, 0.5)), List.of(outcome(0.90, 0.3), outcome(0.92, 0.5))));
        assertThat(suffering.accuracyMargin()).isCloseTo(3 * Math.sqrt(0.001 / 2), within(1e-12));
        assertThat(suffering.lossMargin()).isCloseTo(3 * Math.sqrt(0.02 / 2), within(1e-12));
    }

    @Test
    void withoutRepetitionsTheLeastMarginsHold() {
        LabelCheck suffering = LabelCheck.of(List.of(List.of(outcome(0.8, 0.5))));
        assertThat(suffering)
                .isEqualTo(new LabelCheck(LabelCheck.LEAST_ACCURACY, LabelCheck.LEAST_LOSS, LabelCheck.LEAST_LOSS));
    }

    private static RunEnd outcome(double accuracy, double loss) {
        return new RunEnd(accuracy, loss, 1, true, 0);
    }

    @Test
    void aFaultyRunSuffersBeyondAMarginOnly() {
        assertThat(CHECK.suffers(new RunEnd(0.81, 0.6, 1.1, true, 0.4), TWIN)).isFalse();
        assertThat(CHECK.suffers(new RunEnd(0.79, 0.6, 1.1, true, 0.4), TWIN)).isTrue();
        assertThat(CHECK.suffers(new RunEnd(0.81, 0.71, 1.1, true, 0.4), TWIN)).isTrue();
        assertThat(CHECK.suffers(new RunEnd(0.81, 0.6, 1.21, true, 0.4), TWIN)).isTrue();
        assertThat(CHECK.suffers(new RunEnd(0.81, 0.6, 1.1, true, 0.5), TWIN)).isTrue();
        assertThat(CHECK.suffers(new RunEnd(0.81, 0.6, Double.NaN, false, 0), TWIN))
                .isTrue();
    }

    @Test
    void aHealthyRunLearnsOrIsNotScored() {
        LabelledRun healthy = new LabelledRun("id", "c", MlpSpec.lecture().build(), null, Half.TUNING, "id");
        RunEnd poor = outcome(0.59, 1);
        assertThat(CHECK.label(healthy, TWIN, TWIN)).isEqualTo(Label.SCORED);
        assertThat(CHECK.label(healthy, poor, poor)).isEqualTo(Label.DID_NOT_LEARN);
        LabelledRun faulty = healthy.with(Fault.WIDE_OUTPUT);
        assertThat(CHECK.label(faulty, poor, TWIN)).isEqualTo(Label.SCORED);
        assertThat(CHECK.label(faulty, TWIN, TWIN)).isEqualTo(Label.DID_NOT_SUFFER);
        assertThat(CHECK.label(faulty, poor, poor)).isEqualTo(Label.TWIN_DID_NOT_LEARN);
    }
}
