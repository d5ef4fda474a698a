package gradientlab.ui.guard;

import java.time.Duration;

/**
 * How many connections a server holds, and how long it waits for what a client owes it.
 *
 * @param connections most connections at a time
 * @param first from the opening of a connection to its first whole request
 * @param next from one whole request to the next; the answer to the first must be taken by then
 */
public record Patience(int connections, Duration first, Duration next) {

    /** Far above what a handful of browsers need, and so little that a server can wait for all of them at once. */
    public static final Patience DEFAULT = new Patience(256, Duration.ofSeconds(10), Duration.ofSeconds(60));
}
