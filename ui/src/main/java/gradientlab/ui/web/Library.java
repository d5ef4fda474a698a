package gradientlab.ui.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.deeplearning4j.core.storage.StatsStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The storages attached to a server; a session that is in two is taken from the one attached first. */
final class Library {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final List<Archive> archives = new CopyOnWriteArrayList<>();
    private final Set<Archive> complainedOf = ConcurrentHashMap.newKeySet();

    /**
     * What could be read, and what could not.
     *
     * @param <T> what is looked for
     * @param problems a sentence for each storage that failed
     */
    record Reading<T>(List<T> found, List<String> problems, List<RuntimeException> causes) {}

    void add(StatsStorage storage) {
        archives.add(new Archive(storage));
    }

    void remove(StatsStorage storage) {
        archives.removeIf(archive -> archive.holds(storage));
    }

    /** All of them, in the order they were attached. */
    List<StatsStorage> storages() {
        return archives.stream().map(archive -> archive.reader().storage()).toList();
    }

    /** What there is to say of every session that was recorded, in no order; a name is told of once. */
    <T> Reading<T> ofSessions(Function<Recorded, T> tell) {
        Set<String> told = new HashSet<>();
        return read(archive -> archive.reader().storage().listSessionIDs().stream()
                .flatMap(session -> archive.find(session).stream())
                .filter(session -> told.add(session.id()))
                .map(tell)
                .toList());
    }

    /** The session of a name; refuses one that is not there. */
    Recorded session(String id) {
        Reading<Recorded> reading = read(archive -> archive.find(id).stream().toList());
        Optional<Recorded> found = reading.found().stream().findFirst();
        if (found.isEmpty() && !reading.problems().isEmpty()) {
            throw Refusal.unreadable(reading.problems().get(0), reading.causes().get(0));
        }
        return found.orElseThrow(() -> Refusal.notThere("There is no session " + Refusal.quoted(id) + "."));
    }

    /** A storage that fails, such as one that was closed, is no reason to withhold what is in the others. */
    private <T> Reading<T> read(Function<Archive, List<T>> look) {
        var reading = new Reading<T>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Archive archive : archives) {
            try {
                reading.found().addAll(look.apply(archive));
            } catch (RuntimeException e) {
                String problem = "The storage "
                        + archive.reader().storage().getClass().getSimpleName() + " cannot be read: " + e + ".";
                reading.problems().add(problem);
                reading.causes().add(e);
                if (complainedOf.add(archive)) {
                    LOG.warn("{}", problem, e);
                }
            }
        }
        return reading;
    }
}
