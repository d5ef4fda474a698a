package gradientlab.ui;

import gradientlab.diagnostics.Thinning;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The updates kept of one kind and session: when each was stored, and of which iteration it is. */
final class KeptUpdates {

    private final int most;
    private final List<Integer> iterations = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    /** @param most at least 3 */
    KeptUpdates(int most) {
        this.most = most;
    }

    /**
     * Counts one more in.
     *
     * @return the time of the update to give up for it; empty while there is room
     */
    synchronized OptionalLong add(int iteration, long time) {
        iterations.add(iteration);
        times.add(time);
        if (iterations.size() <= most) {
            return OptionalLong.empty();
        }
        int index = Thinning.dispensable(
                iterations.stream().mapToInt(Integer::intValue).toArray());
        iterations.remove(index);
        return OptionalLong.of(times.remove(index));
    }
}
