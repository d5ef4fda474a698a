package gradientlab.diagnostics.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.remedy.PairedResult.Outcome;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PairedResultTest {

    private static final Remedy LOWER = Remedy.LOWER_LEARNING_RATE;
    private static final Remedy RAISE = Remedy.RAISE_LEARNING_RATE;

    private static double[] all(double loss) {
        double[] losses = new double[10];
        Arrays.fill(losses, loss);
        return losses;
    }

    private static PairedResult result(double start, double asIs, double with, boolean decisive) {
        return new PairedResult(20, decisive, all(start), all(asIs), all(with), Set.of(), Set.of());
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                arguments(Outcome.LOWER, LOWER, result(2.3, 4.7, 1.9, true)),
                arguments(Outcome.LOWER, LOWER, result(2.3, Double.NaN, 500, true)),
                arguments(Outcome.LOWER, RAISE, result(2.3, 2.2999, 2.2998, true)),
                arguments(Outcome.NOT_HELPED, LOWER, result(2.3, 2.3, 2.3, true)),
                arguments(Outcome.NOT_HELPED, LOWER, result(2.3, 4.7, Double.NaN, true)),
                arguments(Outcome.NOT_HELPED, RAISE, result(2.3, 2.3, 2.4, true)),
                // a hundred times nothing is nothing still
                arguments(Outcome.UNDECIDED, RAISE, result(2.3, 2.3, 2.3, true)),
                // what learns as it is learns less with smaller steps, for a while
                arguments(Outcome.UNDECIDED, LOWER, result(2.3, 1, 2, true)),
                arguments(Outcome.UNDECIDED, LOWER, result(2.3, 4.7, 4.8, false)));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theOutcomeFollowsFromTheLosses(Outcome outcome, Remedy remedy, PairedResult result) {
        assertThat(result.outcome(remedy, "rule")).isEqualTo(outcome);
    }

    /** Of 10 batches 8 or more are lower by chance in 56 of 1024 cases: too often. */
    @Test
    void aMeanThatIsLowerOnEightOfTenBatchesAloneIsNot() {
        double[] with = all(1);
        with[0] = 2.1;
        PairedResult nine = new PairedResult(20, true, all(2), all(2), with.clone(), Set.of(), Set.of());
        with[1] = 2.1;
        PairedResult eight = new PairedResult(20, true, all(2), all(2), with, Set.of(), Set.of());

        assertThat(nine.outcome(LOWER, "rule")).isEqualTo(Outcome.LOWER);
        assertThat(eight.outcome(LOWER, "rule")).isEqualTo(Outcome.NOT_HELPED);
    }

    @Test
    void aFindingThatGoesAwayCountsWhereTheLossIsAboutTheSame() {
        Set<String> found = Set.of("dead-units");
        PairedResult same = new PairedResult(20, true, all(2), all(1), all(1.09), found, Set.of());
        PairedResult dear = new PairedResult(20, true, all(2), all(1), all(1.11), found, Set.of());

        assertThat(same.outcome(LOWER, "dead-units")).isEqualTo(Outcome.GONE);
        assertThat(same.outcome(LOWER, "update-ratio")).isEqualTo(Outcome.UNDECIDED);
        assertThat(dear.outcome(LOWER, "dead-units")).isEqualTo(Outcome.UNDECIDED);
    }
}
