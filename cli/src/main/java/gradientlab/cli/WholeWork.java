package gradientlab.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a whole of several parts stands, in a few words that stand before the bar of what is under way. */
final class WholeWork {

    private static final int MINUTE = 60;
    private static final int STEP = 10;

    private final Terminal terminal;
    private final int parts;
    private final TimeLeft left;
    private final AtomicInteger begun = new AtomicInteger();

    /** @param shares of the parts in the whole; NaN where one is not known */
    WholeWork(Terminal terminal, List<Double> shares) {
        this.terminal = terminal;
        this.parts = shares.size();
        this.left = new TimeLeft(shares, System::nanoTime);
    }

    /** The next part begins. */
    void begin() {
        left.begin();
        begun.incrementAndGet();
    }

    /** The part is done; one that was done before says nothing of the others. */
    void end(boolean before) {
        if (!before) {
            left.end();
        }
    }

    /** Such as "3/19, about 4 min left: "; empty where there is one part alone. */
    String words() {
        if (parts < 2 || begun.get() == 0) {
            return "";
        }
        double seconds = left.seconds().orElse(Double.NaN);
        return Double.isNaN(seconds)
                ? terminal.words("progress.part", begun.get(), parts)
                : terminal.words("progress.left", begun.get(), parts, time(seconds));
    }

    /** Rounded up: to ten seconds, to a minute. */
    private String time(double seconds) {
        return seconds <= MINUTE
                ? terminal.words("progress.seconds", Math.max(1, (int) Math.ceil(seconds / STEP)) * STEP)
                : terminal.words("progress.minutes", (int) Math.ceil(seconds / MINUTE));
    }
}
