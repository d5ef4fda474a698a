package gradientlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OffHeapTest {

    private static final long MB = 1 << 20;

    private final AtomicLong bytes = new AtomicLong(300 * MB);
    private final AtomicInteger collections = new AtomicInteger();

    @Test
    void itCollectsAfterHalfAGigabyteMoreAndCountsFromThere() {
        OffHeap memory = new OffHeap(bytes::get, this::collect);
        grownTo(memory, 812, 0);
        grownTo(memory, 813, 1);
        assertThat(bytes).hasValue(713 * MB);
        grownTo(memory, 1_225, 1);
        grownTo(memory, 1_226, 2);
    }

    @Test
    void whereNobodyKnowsTheSizeItCollectsEachTime() {
        OffHeap memory = new OffHeap(() -> 0, this::collect);
        memory.collectIfGrown();
        memory.collectIfGrown();
        assertThat(collections).hasValue(2);
    }

    private void grownTo(OffHeap memory, long megabytes, int expected) {
        bytes.set(megabytes * MB);
        memory.collectIfGrown();
        assertThat(collections).hasValue(expected);
    }

    /** Not everything goes back to the operating system. */
    private void collect() {
        collections.incrementAndGet();
        bytes.addAndGet(-100 * MB);
    }
}
