package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens on another thread. */
final class Eventually {
    // Far above what is waited for: it only turns a hang into a failure.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Eventually() {}

    static void holds(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(condition.call()).as(what).isTrue();
    }
}
