package gradientlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are counted by hand. */
class SweepAxisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth | 1..100:10 | 1,12,23,34,45,56,67,78,89,100",
                "depth | 1..3:5 | 1,2,3",
                "depth | 2..5 | 2,3,4,5",
                "depth | 1..3,10,2 | 1,2,3,10",
                "seed | 0..2 | 0,1,2",
                "lr | 0.1..0.3:3 | 0.1,0.2,0.3",
                "weight-std | log(0.01..100):5 | 0.01,0.1,1.0,10.0,100.0",
                "weight-std | log(0.1..4):3 | 0.1,0.632456,4.0",
                "batch-size | log(8..64):4 | 8,16,32,64",
                "init | xavier-normal,scaled:1.2:0.05 | xavier-normal,scaled:1.2:0.05",
                "hidden-bias | true,false | true,false",
            })
    void valuesAreSpeltOutEachOnce(String name, String values, String expected) {
        assertThat(SweepAxis.of(name, values).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depht | 1 | axis depht: there is no such setting to vary",
                "repeat | 1..3 | axis repeat: there is no such setting to vary",
                "depth | 0..2 | axis depth must be at least 1, not 0",
                "depth | deep | axis depth needs whole numbers, not 'deep'",
                "depth | 5..1 | axis depth needs the smaller number first, not '5..1'",
                "depth | 1..9:1 | axis depth needs 2 to 100000 values, not '1..9:1'",
                "lr | 0.1..1 | axis lr needs a number of values, as in 0.1..1:10, not '0.1..1'",
                "weight-std | log(0..4):5 | axis weight-std needs numbers above 0 in log(…), not 'log(0..4):5'",
                "weight-std | -1 | axis weight-std must be at least 0, not -1",
                "bias-std | NaN | axis bias-std needs numbers, not 'NaN'",
                "init | xavier | axis init: Unknown initialisation 'xavier'",
                "hidden-bias | yes | axis hidden-bias needs true or false, not 'yes'",
                "seed | 1..1e9 | axis seed has more than 100000 values, not '1..1e9'",
            })
    void whatCannotBeIsNamedWithAxisRuleAndValue(String name, String values, String sentence) {
        assertThatThrownBy(() -> SweepAxis.of(name, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void anAxisIsKnownByItsKeyAndByItsOption() {
        assertThat(SweepAxis.of("batchSize", "8").knob())
                .isEqualTo(SweepAxis.of("batch-size", "8").knob());
    }

    @Test
    void theRangeIsThatOfTheNumbersInWhateverOrder() {
        assertThat(SweepAxis.of("depth", "7,2,50").range()).isEqualTo("2 to 50");
    }
}
