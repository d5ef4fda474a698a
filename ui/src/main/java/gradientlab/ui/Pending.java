package gradientlab.ui;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for what Vert.x does on threads of its own. */
final class Pending {
    // Far above what a start or stop takes: it only turns a hang into an error.
    private static final int LIMIT_SECONDS = 60;

    private Pending() {}

    /**
     * Starts an operation and waits for its result, without heeding interrupts.
     *
     * @param what the operation in words, such as "the start of the server"
     * @throws DashboardException with the operation's own error as its cause, if it fails or does not end
     */
    static <T> T await(String what, Consumer<Handler<AsyncResult<T>>> operation) {
        var future = new CompletableFuture<T>();
        operation.accept(outcome -> {
            if (outcome.succeeded()) {
                future.complete(outcome.result());
            } else {
                future.completeExceptionally(outcome.cause());
            }
        });
        try {
            return future.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new DashboardException("In the dashboard, " + what + " failed: " + e.getCause() + ".", e.getCause());
        }
    }
}
