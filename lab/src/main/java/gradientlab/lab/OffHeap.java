package gradientlab.lab;

import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;

/**
 * Frees what trainings leave outside the heap.
 *
 * <p>The collector frees it, but does not see that it is large; and to collect after each training stops all that train
 * beside it. So the collector runs when the process has grown by so much since it last ran, and gives {@link SpareHeap} back.
 */
public final class OffHeap {

    private static final long GROWTH = 512L << 20;

    private static final OffHeap PROCESS = new OffHeap(Pointer::physicalBytes, OffHeap::collect);

    private final LongSupplier bytes;
    private final Runnable collector;
    private long afterLast;

    /** @param bytes what the process occupies; 0 where that is not known, and then it is collected each time */
    OffHeap(LongSupplier bytes, Runnable collector) {
        this.bytes = bytes;
        this.collector = collector;
        this.afterLast = bytes.getAsLong();
    }

    private static void collect() {
        SpareHeap.limit();
        System.gc();
    }

    /** To be called after each training. */
    public static void tidy() {
        PROCESS.collectIfGrown();
    }

    synchronized void collectIfGrown() {
        long now = bytes.getAsLong();
        if (now == 0 || now - afterLast > GROWTH) {
            collector.run();
            afterLast = bytes.getAsLong();
        }
    }
}
