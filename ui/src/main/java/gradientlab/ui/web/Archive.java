package gradientlab.ui.web;

import gradientlab.session.Bounded;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionFacts;
import gradientlab.session.SessionReader;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.deeplearning4j.core.storage.StatsStorage;

/**
 * One of DL4J's storages, in which nothing is decoded twice without need.
 *
 * <p>What a storage has put under a time does not change, so it is remembered: iterations for as long as they are kept,
 * their contents for as long as there is memory.
 */
final class Archive {

    private final SessionReader reader;
    private final Map<String, NavigableMap<Long, Known>> known = new HashMap<>();

    private record Known(int iteration, SoftReference<IterationRecord> content) {
        static Known of(IterationRecord moment) {
            return new Known(moment.iteration(), new SoftReference<>(moment));
        }
    }

    Archive(StatsStorage storage) {
        this.reader = new SessionReader(storage);
    }

    SessionReader reader() {
        return reader;
    }

    boolean holds(StatsStorage storage) {
        return reader.storage() == storage;
    }

    /**
     * The session of a name.
     *
     * <p>Only names the storage has listed itself go into its queries, because J7FileStatsStorage puts them into SQL.
     */
    Optional<Recorded> find(String session) {
        List<String> sessions = reader.storage().listSessionIDs();
        forgetAllBut(sessions);
        return sessions.contains(session)
                ? reader.facts(session).map(facts -> recorded(session, facts))
                : Optional.empty();
    }

    private synchronized void forgetAllBut(List<String> sessions) {
        known.keySet().retainAll(sessions);
    }

    private Recorded recorded(String session, SessionFacts facts) {
        return new Recorded(this, session, facts);
    }

    /** Most iterations kept per session; −1 where there is no limit, or it is not known. */
    int kept() {
        return reader.storage() instanceof Bounded bounded ? bounded.kept() : -1;
    }

    /** The times at which the iterations were stored, by iteration; of two with the same iteration the later. */
    synchronized NavigableMap<Integer, Long> times(String session) {
        NavigableMap<Long, Known> entries = known.computeIfAbsent(session, any -> new TreeMap<>());
        NavigableMap<Long, Known> present = new TreeMap<>();
        for (long time : reader.times(session)) {
            Known entry = entries.get(time);
            Optional<Known> found = entry == null ? reader.moment(session, time).map(Known::of) : Optional.of(entry);
            found.ifPresent(there -> present.put(time, there));
        }
        known.put(session, present);
        NavigableMap<Integer, Long> times = new TreeMap<>();
        present.forEach((time, entry) -> times.put(entry.iteration(), time));
        return times;
    }

    /** What was stored at a time; empty where it has been given up since. */
    synchronized Optional<IterationRecord> moment(String session, long time) {
        Known entry = known.getOrDefault(session, new TreeMap<>()).get(time);
        IterationRecord content = entry == null ? null : entry.content().get();
        if (content != null) {
            return Optional.of(content);
        }
        Optional<IterationRecord> read = reader.moment(session, time);
        read.ifPresent(
                moment -> known.computeIfAbsent(session, any -> new TreeMap<>()).put(time, Known.of(moment)));
        return read;
    }
}
