package gradientlab.ui;

import gradientlab.diagnostics.Thinning;
import java.util.ArrayList;
import java.util.List;

/** The updates kept of one kind and session: when each was stored, and of which iteration it is. */
final class KeptUpdates {

    private final List<Integer> iterations = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    void add(int iteration, long time) {
        iterations.add(iteration);
        times.add(time);
    }

    int size() {
        return times.size();
    }

    /** Gives one up, not the first and not the last; there must be three. Returns its time. */
    long giveUp() {
        int index = Thinning.dispensable(
                iterations.stream().mapToInt(Integer::intValue).toArray());
        iterations.remove(index);
        return times.remove(index);
    }
}
