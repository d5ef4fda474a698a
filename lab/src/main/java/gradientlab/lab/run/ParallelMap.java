package gradientlab.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does independent work on several threads; the results are in the order of the work, however many threads there are. */
public final class ParallelMap {

    private ParallelMap() {}

    /**
     * The function's result for each piece of work.
     *
     * @throws Interruption.Interrupted if a piece of work was stopped on request
     * @throws IllegalStateException if a piece of work failed; the message is that of its failure
     */
    public static <A, B> List<B> map(List<A> work, int workers, Function<A, B> function) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<B>> futures = work.stream()
                    .map(each -> pool.submit(() -> function.apply(each)))
                    .toList();
            List<B> results = new ArrayList<>();
            for (Future<B> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Interruption.Interrupted stop
                    ? stop
                    : new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread was interrupted while work was done side by side", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
