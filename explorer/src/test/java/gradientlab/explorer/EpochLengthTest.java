package gradientlab.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.run.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochLengthTest {

    @ParameterizedTest
    @CsvSource({
        "1, 469, 1", // one epoch holds all
        "469, 469, 469",
        "500, 469, 250", // two of 250, not 469 and 31
        "10000, 469, 400", // 22 epochs are the fewest; 25 are the first of equal length
        "470, 469, 235",
        "503, 469, 469" // a prime number: no epochs of equal length but those of a single batch
    })
    void anEpochIsAsLongAsAWholeNumberOfThemAllows(int steps, int most, int batches) {
        assertThat(EpochLength.of(steps, most)).isEqualTo(new EpochLength(batches));
    }

    @Test
    void aPlanHasJustTheStepsTakenOrThereIsNone() {
        TrainingPlan plan = TrainingPlan.LECTURE;
        EpochLength epoch = new EpochLength(250);
        assertThat(epoch.plan(plan, 30)).contains(plan.lasting(1, 30));
        assertThat(epoch.plan(plan, 250)).contains(plan.lasting(1, 250));
        assertThat(epoch.plan(plan, 500)).contains(plan.lasting(2, 250));
        assertThat(epoch.plan(plan, 260)).isEmpty();
    }
}
