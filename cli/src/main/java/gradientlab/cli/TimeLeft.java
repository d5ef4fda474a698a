package gradientlab.cli;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * How long a whole of several parts still takes: what the finished parts took, for their share of the whole, is what the
 * others are expected to take for theirs.
 *
 * <p>One thread begins and ends the parts; others may ask.
 */
final class TimeLeft {

    /** Before parts have taken as long as this, nothing can be said. */
    private static final double LEAST_SECONDS = 2;

    private static final double NANOS = 1e9;

    private final List<Double> shares;
    private final LongSupplier nanos;
    private int part = -1;
    private long begun;
    private double seconds;
    private double finished;

    /**
     * @param shares of the parts, in any unit; NaN where one is not known
     * @param nanos the time, as {@link System#nanoTime} has it
     */
    TimeLeft(List<Double> shares, LongSupplier nanos) {
        this.shares = List.copyOf(shares);
        this.nanos = nanos;
    }

    /** The next part begins. */
    synchronized void begin() {
        part++;
        begun = nanos.getAsLong();
    }

    /** The part is done. */
    synchronized void end() {
        seconds += elapsed();
        finished += shares.get(part);
    }

    private double elapsed() {
        return (nanos.getAsLong() - begun) / NANOS;
    }

    /** Seconds until all parts are done; empty while too little is known. */
    synchronized OptionalDouble seconds() {
        if (part < 0 || !(seconds >= LEAST_SECONDS && finished > 0)) {
            return OptionalDouble.empty();
        }
        double others =
                shares.stream().skip(part + 1L).mapToDouble(Double::doubleValue).sum();
        double expected = seconds / finished * shares.get(part);
        double elapsed = elapsed();
        // A part that takes longer than expected says so of the others.
        double pace = elapsed > expected ? (seconds + elapsed) / (finished + shares.get(part)) : seconds / finished;
        double left = Math.max(0, expected - elapsed) + pace * others;
        return Double.isNaN(left) ? OptionalDouble.empty() : OptionalDouble.of(left);
    }
}
