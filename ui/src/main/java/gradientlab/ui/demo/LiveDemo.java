package gradientlab.ui.demo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that grows by itself until it is closed; its thread keeps no JVM alive. */
public final class LiveDemo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDemo.class);
    private static final int STEPS = 10;

    private final DemoSession session;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gradientlab-live-demo");
        thread.setDaemon(true);
        return thread;
    });
    private int iteration;

    private LiveDemo(DemoSession session) {
        this.session = session;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // grow logs what it throws
    static LiveDemo start(DemoSession session, Duration pause) {
        var demo = new LiveDemo(session);
        demo.clock.scheduleWithFixedDelay(demo::grow, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return demo;
    }

    private void grow() {
        try {
            session.observe(iteration);
            session.judge();
            iteration += STEPS;
        } catch (RuntimeException | Error e) {
            LOG.error("The live demo ends at iteration {}.", iteration, e);
            throw e;
        }
    }

    /** Ends the growth; what was recorded stays. */
    @Override
    public void close() {
        clock.shutdownNow();
    }
}
