package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightLayoutTest {

    /** 2 inputs × 3 gates of 2 units, column by column: the columns belong to the units 0, 1, 0, 1, 0, 1. */
    @Test
    void theGatesOfAUnitLieApart() {
        WeightLayout layout = WeightLayout.alongAxis(2, 2, 1, new long[] {2, 6}, 'f');

        assertThat(IntStream.range(0, 12).map(layout::unitOf)).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1);
        assertThat(layout.entriesPerUnit(12)).isEqualTo(6);
        assertThat(IntStream.range(0, 6).map(k -> layout.indexOf(1, k))).containsExactly(2, 3, 6, 7, 10, 11);
    }

    @Test
    void everyEntryOfAUnitIsFoundInWhicheverOrderItIsListed() {
        for (char order : new char[] {'c', 'f'}) {
            for (int axis = 0; axis < 3; axis++) {
                long[] shape = {2, 4, 6};
                int units = (int) shape[axis] / 2;
                WeightLayout layout = WeightLayout.alongAxis(1, units, axis, shape, order);
                int[] seen = IntStream.range(0, units)
                        .flatMap(unit -> IntStream.range(0, layout.entriesPerUnit(48))
                                .map(k -> layout.indexOf(unit, k))
                                .peek(at -> assertThat(layout.unitOf(at)).isEqualTo(unit)))
                        .sorted()
                        .toArray();
                assertThat(seen).containsExactly(IntStream.range(0, 48).toArray());
            }
        }
    }

    /** Graves' LSTM keeps 3 columns of peephole weights behind the 4 gates: 4 · 4 + 3 columns of 4. */
    @Test
    void anIncompleteLastRoundIsLeftOut() {
        WeightLayout layout = WeightLayout.alongAxis(4, 4, 1, new long[] {4, 19}, 'f');

        assertThat(layout.entriesPerUnit(4 * 19)).isEqualTo(16);
    }

    @Test
    void withoutUnitsAnEntryBelongsToNone() {
        assertThat(WeightLayout.ofFanIn(9).unitOf(3)).isEqualTo(-1);
        assertThat(WeightLayout.NONE.entriesPerUnit(7)).isZero();
        assertThatThrownBy(() -> new WeightLayout(1, 2, 0)).hasMessageContaining("2 units in blocks of 0");
    }
}
