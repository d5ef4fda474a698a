package gradientlab.session;

import gradientlab.diagnostics.Structure;
import java.util.Objects;

/**
 * What does not change about a session.
 *
 * @param session its name, as in the session selector
 * @param started when its first step was recorded: an instant in ISO-8601, such as 2026-11-23T22:35:05Z
 * @param batchSize examples of the first batch that was observed
 * @param structure how the network is built
 */
public record SessionFacts(String session, String started, int batchSize, Structure structure) {

    /** Throws {@link NullPointerException} when a part is missing. */
    public SessionFacts {
        Objects.requireNonNull(session, "A session needs a name, but it was null.");
        Objects.requireNonNull(started, "A session needs the time of its start, but it was null.");
        Objects.requireNonNull(structure, "A session needs the structure of its network, but it was null.");
    }
}
