package gradientlab.diagnostics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {

    @Test
    void itHoldsWhatAHashMapHolds() {
        Random random = new Random(3);
        LongTable table = new LongTable(5000);
        Map<Long, Long> map = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            // Few different low bits, so that slots are contended.
            long key = (long) random.nextInt(4000) + 1 << 20;
            table.add(key, i);
            map.merge(key, (long) i, Long::sum);
        }

        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((key, value) -> assertThat(table.get(key, -1)).isEqualTo(value));
        assertThat(Arrays.stream(table.values()).sum())
                .isEqualTo(map.values().stream().mapToLong(Long::longValue).sum());
        assertThat(table.get(5, -7)).isEqualTo(-7);
    }

    @Test
    void aFullTableRefusesNewKeysAndGoesOnWithTheOldOnes() {
        LongTable table = new LongTable(2);

        assertThat(table.put(10, 1)).isTrue();
        assertThat(table.put(0, 2)).isTrue();
        assertThat(table.put(30, 3)).isFalse();
        assertThat(table.put(10, 4)).isTrue();
        assertThat(table.get(10, -1)).isEqualTo(4);
        assertThat(table.get(0, -1)).isEqualTo(2);
        assertThat(table.get(30, -1)).isEqualTo(-1);
    }
}
