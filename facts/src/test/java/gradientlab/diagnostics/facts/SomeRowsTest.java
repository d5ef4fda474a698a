package gradientlab.diagnostics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SomeRowsTest {

    private static final Matrix WIDE = Batches.matrix(32, i -> {
        float[] row = new float[1000];
        row[999] = i;
        return row;
    });

    @Test
    void theFirstLookTakesEverythingAndSoDoesEveryLookAtASmallMatrix() {
        Matrix small = Batches.matrix(32, i -> new float[] {i});

        assertThat(SomeRows.of(WIDE, 0)).isSameAs(WIDE);
        assertThat(SomeRows.of(small, 7)).isSameAs(small);
    }

    @Test
    void looksOneAfterTheOtherTakeEachRowOnce() {
        List<Float> seen = new ArrayList<>();
        for (int turn = 8; turn < 16; turn++) {
            Matrix some = SomeRows.of(WIDE, turn);
            assertThat(some.rows()).as("32 rows of 1,000 columns are cut to 4").isEqualTo(4);
            for (int i = 0; i < some.rows(); i++) {
                seen.add(some.at(i, 999));
            }
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(32);
    }
}
