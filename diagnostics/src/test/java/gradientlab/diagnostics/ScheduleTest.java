package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void everyNthStartsBeforeTheFirstUpdate() {
        assertThat(chosen(Schedule.every(7), 30)).containsExactly(0, 7, 14, 21, 28);
        assertThat(chosen(Schedule.every(1), 4)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void logarithmicIsOneTwoFiveTimesThePowersOfTen() {
        assertThat(chosen(Schedule.logarithmic(), 120_000))
                .containsExactly(
                        0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000);
        assertThat(Schedule.logarithmic().at(2_000_000_000)).isTrue();
    }

    @Test
    void aScheduleIsAValue() {
        assertThat(Schedule.every(3)).isEqualTo(Schedule.every(3)).isNotEqualTo(Schedule.every(4));
        assertThat(Schedule.logarithmic()).isEqualTo(Schedule.logarithmic());
    }

    @Test
    void aScheduleWithoutAnIntervalIsRefused() {
        assertThatThrownBy(() -> Schedule.every(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A schedule measures every 1 or more iterations, not every 0.");
    }

    @Test
    void aNegativeIterationIsRefused() {
        for (Schedule schedule : new Schedule[] {Schedule.every(2), Schedule.logarithmic()}) {
            assertThatThrownBy(() -> schedule.at(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("An iteration counts the updates made so far, from 0 up, but it was -1.");
        }
    }

    private static int[] chosen(Schedule schedule, int end) {
        return IntStream.range(0, end).filter(schedule::at).toArray();
    }
}
