package gradientlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OffHeapTest {

    private static final long MB = 1 << 20;

    private final AtomicLong bytes = new AtomicLong(300 * MB);
    private final AtomicInteger trims = new AtomicInteger();
    private final AtomicInteger collections = new AtomicInteger();
    private final OffHeap memory = new OffHeap(bytes::get, List.of(this::trim, this::collect));
    private long trimmed;

    @Test
    void itCollectsAfterFourHundredMegabytesMoreAndCountsFromThere() {
        grownTo(700, 0);
        grownTo(701, 1);
        assertThat(bytes).hasValue(601 * MB);
        grownTo(1_001, 1);
        grownTo(1_002, 2);
    }

    /** G1 gives the heap that a collection has emptied back bit by bit, when the collection is over. */
    @Test
    void whatComesBackAfterACollectionIsNoRoomToGrowInto() {
        grownTo(701, 1);
        grownTo(350, 1);
        grownTo(750, 1);
        grownTo(751, 2);
    }

    @Test
    void whereTheCLibraryGivesEnoughBackNothingIsCollected() {
        trimmed = 350 * MB;
        grownTo(701, 0);
        assertThat(trims).hasValue(1);
        assertThat(bytes).hasValue(351 * MB);
        grownTo(700, 0);
        assertThat(trims).as("300 MB are still the least").hasValue(1);
    }

    @Test
    void whereNobodyKnowsTheSizeItCollectsEachTime() {
        OffHeap blind = new OffHeap(() -> 0, List.of(this::trim, this::collect));
        blind.freeIfGrown();
        blind.freeIfGrown();
        assertThat(collections).hasValue(2);
    }

    private void grownTo(long megabytes, int expected) {
        bytes.set(megabytes * MB);
        memory.freeIfGrown();
        assertThat(collections).hasValue(expected);
    }

    private void trim() {
        trims.incrementAndGet();
        bytes.addAndGet(-trimmed);
    }

    /** Not everything goes back to the operating system. */
    private void collect() {
        collections.incrementAndGet();
        bytes.addAndGet(-100 * MB);
    }
}
