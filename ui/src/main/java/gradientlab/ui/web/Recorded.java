package gradientlab.ui.web;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Role;
import gradientlab.session.Course;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One session of an archive.
 *
 * @param archive where it is
 * @param id its name
 * @param facts what does not change about it
 */
record Recorded(Archive archive, String id, SessionFacts facts) {

    /** Its start is told in whole seconds, and the first step takes a while. */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private static final double MILLISECONDS = 1e3;

    /** How it went so far. */
    Course course() {
        return archive.reader().course(id);
    }

    /** The iterations kept, ascending. */
    List<Integer> iterations() {
        return List.copyOf(archive.times(id).keySet());
    }

    /**
     * When the iterations kept were stored, in seconds since the first of them; empty for a session that was recorded
     * before and stored again, all at once.
     */
    List<Double> seconds() {
        Collection<Long> times = archive.times(id).values();
        Optional<Long> first = times.stream().findFirst();
        return first.isEmpty() || !promptly(first.get())
                ? List.of()
                : times.stream()
                        .map(time -> (time - first.get()) / MILLISECONDS)
                        .toList();
    }

    private boolean promptly(long first) {
        try {
            Duration late = Duration.between(Instant.parse(facts.started()), Instant.ofEpochMilli(first));
            return !late.isNegative() && late.compareTo(PROMPT) < 0;
        } catch (DateTimeParseException e) {
            return false; // a session that some other program has recorded
        }
    }

    /** Number of iterations kept, without a look into any. */
    int size() {
        return archive.reader().times(id).length;
    }

    /** The newest iteration; empty before the first. */
    Optional<IterationRecord> newest() {
        long[] times = archive.reader().times(id);
        // The last one may have been given up for a newer one since.
        for (int i = times.length - 1; i >= 0; i--) {
            Optional<IterationRecord> moment = archive.moment(id, times[i]);
            if (moment.isPresent()) {
                return moment;
            }
        }
        return Optional.empty();
    }

    /** Everything kept, in ascending order of iterations. */
    List<IterationRecord> moments() {
        return archive.times(id).values().stream()
                .flatMap(time -> archive.moment(id, time).stream())
                .toList();
    }

    /** One iteration; refuses one that is not kept. */
    IterationRecord at(int iteration) {
        Long time = archive.times(id).get(iteration);
        return Optional.ofNullable(time)
                .flatMap(there -> archive.moment(id, there))
                .orElseThrow(() -> Refusal.notThere("Iteration " + iteration + " of session " + Refusal.quoted(id)
                        + " is not among the " + size() + " that are kept."));
    }

    /** The facts of a layer; refuses a name that is none. */
    LayerFacts layer(String name) {
        return facts.structure()
                .layer(name)
                .orElseThrow(() -> Refusal.notThere("Session " + Refusal.quoted(id) + " has no layer "
                        + Refusal.quoted(name) + "; its "
                        + facts.structure().layers().size() + " layers are those of "
                        + "/gradients/api/session."));
    }

    /** What a layer does; {@link Role#UNKNOWN} for one that was measured but is not in the structure. */
    Role role(String layer) {
        return facts.structure().layer(layer).map(LayerFacts::role).orElse(Role.UNKNOWN);
    }
}
