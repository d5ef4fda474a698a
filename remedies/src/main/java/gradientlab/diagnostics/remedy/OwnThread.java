package gradientlab.diagnostics.remedy;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs something on a thread of its own and waits for it: ND4J's workspaces and random numbers belong to a thread, so that
 * those of a training that waits stay as they are.
 */
final class OwnThread {

    private OwnThread() {}

    /** Empty where it throws, whatever that is, or where it has not ended in time: it may wait for what the caller holds. */
    static <T> Optional<T> run(Supplier<T> work, long longestMillis) {
        AtomicReference<T> result = new AtomicReference<>();
        Thread thread = new Thread(() -> result.set(work(work)), "gradient-lab-trial");
        thread.setDaemon(true);
        thread.start();
        join(thread, longestMillis);
        return Optional.ofNullable(result.get());
    }

    private static <T> T work(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            return null;
        } finally {
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        }
    }

    /** Somebody who interrupts the training means the training, and is heard afterwards. */
    private static void join(Thread thread, long longestMillis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longestMillis);
        boolean interrupted = false;
        for (long left = longestMillis; left > 0 && thread.isAlive(); ) {
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
