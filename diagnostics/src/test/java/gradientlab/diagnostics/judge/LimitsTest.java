package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    /** An author with a year, a course, or that we reckoned it ourselves and how. */
    private static final Pattern SOURCE =
            Pattern.compile("[12]\\d{3}|Karpathy, .*makemore part 3|CS231n, .*part \\d|own reckoning: .{10,}");

    @ParameterizedTest
    @EnumSource
    void everyLimitSaysWhatItCountsAndWhereItComesFrom(Limit limit) {
        assertThat(limit.source()).containsPattern(SOURCE);
        assertThat(limit.unit()).matches("[a-zA-Z0-9\"√].{9,}");
        assertThat(Limits.DEFAULT.get(limit)).isEqualTo(limit.value());
        assertThat(Limit.parse(limit.label())).isEqualTo(limit);
    }

    @Test
    void aLimitIsChangedByItsName() {
        Limits strict = Limits.DEFAULT.with("logitStd", 0.5);

        assertThat(strict.get(Limit.LOGIT_STD)).isEqualTo(0.5);
        assertThat(strict.get(Limit.INPUT_RMS)).isEqualTo(10);
        assertThat(strict.changed()).isEqualTo(Map.of(Limit.LOGIT_STD, 0.5));
        assertThat(Limits.DEFAULT.changed()).isEmpty();
    }

    @Test
    void aNameThatIsNoLimitIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Limits.DEFAULT.with("taste", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no limit 'taste': use one of initialLossExcess, initialLossShare, ");
        assertThatThrownBy(() -> Limits.DEFAULT.with("logitStd", Double.NaN))
                .hasMessage("The limit logitStd must be a number, not NaN.");
    }

    @Test
    void theReadmeNamesEveryRuleAndEveryLimit() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Rule.values()).allMatch(rule -> readme.contains("`" + rule.label() + "`"));
        assertThat(Arrays.stream(Limit.values()).map(Limit::label)).allMatch(name -> readme.contains("`" + name + "`"));
    }
}
