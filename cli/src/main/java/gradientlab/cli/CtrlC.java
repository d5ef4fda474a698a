package gradientlab.cli;

import gradientlab.lab.run.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into a request to stop, and holds the end of the process until what is finished has been written. */
final class CtrlC implements AutoCloseable {

    /** Long enough to draw a report; after that the process ends all the same. */
    private static final int PATIENCE_SECONDS = 30;

    private final Interruption interruption = new Interruption();
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch written = new CountDownLatch(1);

    private CtrlC() {}

    static CtrlC watch() {
        CtrlC ctrlC = new CtrlC();
        Runtime.getRuntime().addShutdownHook(new Thread(ctrlC::stop, "ctrl-c"));
        return ctrlC;
    }

    private void stop() {
        interruption.request();
        requested.countDown();
        await(written, PATIENCE_SECONDS);
    }

    Interruption interruption() {
        return interruption;
    }

    /** Waits for Ctrl-C. */
    void await() {
        await(requested, Integer.MAX_VALUE);
    }

    private static void await(CountDownLatch latch, int seconds) {
        try {
            // What is not written by then is given up: the process ends either way.
            latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is written: the process may end. */
    @Override
    public void close() {
        written.countDown();
    }
}
