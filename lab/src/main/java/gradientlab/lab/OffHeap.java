package gradientlab.lab;

import gradientlab.engine.NativeHeap;
import gradientlab.engine.SpareHeap;
import java.util.List;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;

/**
 * Frees what trainings leave outside the heap.
 *
 * <p>The collector frees it, but does not see that it is large, and the C library keeps what is freed. To collect after each training
 * stops all that train beside it. So when the process has grown by so much, {@link NativeHeap} gives back what is free already,
 * and where that is not enough the collector runs and {@link SpareHeap} goes back, too.
 *
 * <p>Grown over the least that it has been since the collector ran: the JVM goes on giving memory back for a while after a
 * collection, and counted from its end the process could grow by that as well.
 */
public final class OffHeap {

    private static final long GROWTH = 400L << 20;

    private static final OffHeap PROCESS =
            new OffHeap(Pointer::physicalBytes, List.of(NativeHeap::trim, OffHeap::collect));

    private final LongSupplier bytes;
    private final List<Runnable> ways;
    private long least;

    /**
     * @param bytes what the process occupies; 0 where that is not known, and then all is done each time
     * @param ways what frees memory, the cheapest first; the next only where the one before was not enough
     */
    OffHeap(LongSupplier bytes, List<Runnable> ways) {
        this.bytes = bytes;
        this.ways = ways;
        this.least = bytes.getAsLong();
    }

    private static void collect() {
        SpareHeap.limit();
        System.gc();
        NativeHeap.trim();
    }

    /** To be called after each training. */
    public static void tidy() {
        PROCESS.freeIfGrown();
    }

    synchronized void freeIfGrown() {
        for (Runnable way : ways) {
            long now = bytes.getAsLong();
            least = Math.min(least, now);
            if (now != 0 && now - least <= GROWTH) {
                return;
            }
            way.run();
        }
        // What is left is in use.
        least = bytes.getAsLong();
    }
}
