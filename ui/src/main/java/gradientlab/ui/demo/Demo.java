package gradientlab.ui.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.deeplearning4j.core.storage.StatsStorageRouter;

/**
 * Sessions without any training: drawn arrays, measured and judged as those of a network.
 *
 * <p>The same numbers each time; times of storage differ.
 */
public final class Demo {

    private static final Instant FIRST_START = Instant.parse("2026-01-05T09:00:00Z");
    private static final List<Script> SCRIPTS = List.of(
            Scripts.healthy(), Scripts.vanishing(), Scripts.nonFinite(), Scripts.saturated(), Scripts.nothingYet());

    private Demo() {}

    /** The names of the sessions of {@link #into}. */
    public static List<String> sessions() {
        return SCRIPTS.stream().map(Script::session).toList();
    }

    /**
     * Puts these sessions into a storage: one that is healthy, one whose gradient vanishes over twenty layers, one that
     * ends in NaN, one that is saturated and has dead units, one of which nothing was observed yet.
     */
    public static void into(StatsStorageRouter router) {
        Instant start = FIRST_START;
        for (Script script : SCRIPTS) {
            put(router, script, start);
            start = start.plus(1, ChronoUnit.HOURS);
        }
    }

    /** Puts one more session into a storage, which grows by an iteration per second until it is closed. */
    public static LiveDemo live(StatsStorageRouter router) {
        return live(router, Duration.ofSeconds(1));
    }

    static LiveDemo live(StatsStorageRouter router, Duration pause) {
        return LiveDemo.start(
                new DemoSession(
                        router,
                        Scripts.live(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
                pause);
    }

    private static void put(StatsStorageRouter router, Script script, Instant start) {
        var session = new DemoSession(router, script, start.toString());
        script.observed().forEach(session::observe);
        session.lossesUpTo(script.steps() - 1);
        if (script.steps() > 0) {
            session.judge();
        }
    }
}
