package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last observations of a run: each new one replaces the oldest. */
final class StepMemory {

    private final int size;
    private final Deque<Observation> last = new ArrayDeque<>();

    /** @param size 0 for a memory that keeps nothing */
    StepMemory(int size) {
        this.size = size;
    }

    /** Whether every step is to be observed. */
    boolean used() {
        return size > 0;
    }

    void add(Observation observation) {
        last.addLast(observation);
        if (last.size() > size) {
            last.removeFirst();
        }
    }

    LastSteps before(Finding fault) {
        return new LastSteps(fault, List.copyOf(last));
    }
}
