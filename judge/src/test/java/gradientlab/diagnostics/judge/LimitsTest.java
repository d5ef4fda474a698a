package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.limits.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @ParameterizedTest
    @EnumSource(Limit.class)
    void theReadmeHasOneRowPerLimitWithItsValueUnitSourceAndMeasurement(Limit limit) throws IOException {
        String value =
                BigDecimal.valueOf(limit.defaultValue()).stripTrailingZeros().toPlainString();
        String measured = limit.measured().isEmpty() ? "–" : limit.measured();

        assertThat(Files.readAllLines(Path.of("README.md")))
                .contains("| `" + limit.label() + "` | " + value + " | " + limit.unit() + " | " + limit.source() + " | "
                        + measured + " |");
        assertThat(limit.source()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theReadmeHasOneRowPerRuleWithTheLimitsThatItReads(Rule rule) throws IOException {
        String row = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `" + rule.label() + "`"))
                .findFirst()
                .orElseThrow();

        assertThat(NAME.matcher(row.split("\\|")[3]).results().map(name -> name.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        rule.limits().stream().map(Limit::label).toList());
        assertThat(row.contains("(hint)")).isEqualTo(rule.severity() == Severity.HINT);
    }

    @Test
    void everyLimitIsReadByARule() {
        assertThat(Arrays.stream(Rule.values()).flatMap(rule -> rule.limits().stream()))
                .contains(Limit.values());
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void oneLimitIsChangedAndTheOthersStay(Limit limit) {
        Limits changed = Limits.DEFAULT.with(limit.label(), 7);

        assertThat(changed.get(limit)).isEqualTo(7);
        assertThat(Limits.DEFAULT.get(limit)).isEqualTo(limit.defaultValue());
        assertThat(changed.with(limit, limit.defaultValue()))
                .isEqualTo(Limits.DEFAULT)
                .hasSameHashCodeAs(Limits.DEFAULT);
        assertThat(changed).isNotEqualTo(Limits.DEFAULT).asString().contains(limit.label() + "=7.0");
    }

    @Test
    void theNamesAreThoseOfTheConstantsInCamelCase() {
        assertThat(Limit.DEAD_UNIT_SHARE_FRESH.label()).isEqualTo("deadUnitShareFresh");
        assertThat(Limit.LOG10_UPDATE_RATIO_LOW.label()).isEqualTo("log10UpdateRatioLow");
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Limits.DEFAULT.with("taste", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "There is no limit \"taste\"; the limits are initialLossExcess, initialLossShare, logitStd")
                .hasMessageEndingWith("runningDoublings.");
    }

    @Test
    void aLimitThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Limits.DEFAULT.with(Limit.LOGIT_STD, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit logitStd must be a number, but it was NaN.");
    }
}
