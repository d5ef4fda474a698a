package gradientlab.diagnostics.remedy;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;

/** A state of a training and the batches that came next: what it takes to make these steps again. */
public final class StepWindow {

    private final NetworkState start;
    private final List<Batch> batches = new ArrayList<>();
    private boolean decisive;

    private StepWindow(NetworkState start) {
        this.start = start;
        this.decisive = start.iteration() == 0;
    }

    /** A window that begins here; decisive for a fresh network, where no damage was done that a remedy could not undo. */
    static StepWindow from(Model network) {
        return new StepWindow(NetworkState.of(network));
    }

    /** The state of now, and batches to make steps with. */
    public static StepWindow of(Model network, List<Batch> batches) {
        StepWindow window = from(network);
        batches.forEach(window::add);
        return window;
    }

    /** The same batches and those of the window that follows on this one. */
    StepWindow and(StepWindow next) {
        StepWindow both = new StepWindow(start);
        both.batches.addAll(batches);
        both.batches.addAll(next.batches);
        return both;
    }

    void add(Batch batch) {
        batches.add(Undisturbed.run(batch::copy));
    }

    /** Remedies that do nothing here do nothing anywhere. */
    void decides() {
        decisive = true;
    }

    boolean decisive() {
        return decisive;
    }

    NetworkState start() {
        return start;
    }

    int size() {
        return batches.size();
    }

    /** The batch of a step; after the last one the first comes again. */
    Batch batch(int step) {
        return batches.get(step % batches.size());
    }
}
