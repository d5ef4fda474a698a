package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On a clock of its own. */
class TimeLeftTest {

    private long now;

    private final TimeLeft left = new TimeLeft(List.of(1.0, 2.0, 7.0), () -> now);

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void nothingIsSaidBeforeAPartIsDone() {
        assertThat(left.seconds()).isEmpty();
        left.begin();
        pass(1000);
        assertThat(left.seconds()).isEmpty();
    }

    @Test
    void whatIsDoneInASecondSaysNothing() {
        left.begin();
        pass(1);
        left.end();
        left.begin();
        assertThat(left.seconds()).isEmpty();
    }

    /** A tenth of the whole took 10 seconds: 90 are left, 20 of them of the second part. */
    @Test
    void theOthersTakeAsLongForTheirShare() {
        left.begin();
        pass(10);
        left.end();
        left.begin();
        assertThat(left.seconds()).hasValue(90);
        pass(15);
        assertThat(left.seconds()).hasValue(75);
    }

    /** After 10 + 50 seconds for 3 of 10, the last 7 take 140; nothing is known of how much is left of the second part. */
    @Test
    void aPartThatTakesLongerSlowsTheOthersDown() {
        left.begin();
        pass(10);
        left.end();
        left.begin();
        pass(50);
        assertThat(left.seconds()).hasValue(140);
        left.end();
        left.begin();
        assertThat(left.seconds()).hasValue(140);
        pass(140);
        left.end();
    }

    @Test
    void wholeThatHasAPartOfUnknownShareIsNotForetold() {
        TimeLeft unknown = new TimeLeft(List.of(1.0, 1.0, Double.NaN), () -> now);
        unknown.begin();
        pass(10);
        unknown.end();
        unknown.begin();
        assertThat(unknown.seconds()).isEmpty();
    }
}
