package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;

/**
 * What is kept of a training so that remedies can be tried: the first steps, those around the largest one, and the last.
 *
 * <p>A learning rate that kills a network does it in the steps around the largest; later nothing helps any more. Networks and
 * batches that are too large are not kept: {@value #LARGEST} numbers are 20 MB, four times.
 */
public final class StepWindows {

    /** Steps of a window. */
    static final int SIZE = 20;

    private static final long LARGEST = 5_000_000;

    private StepWindow first;
    private StepWindow largest;
    private StepWindow previous;
    private StepWindow current;
    private double largestStep = Double.NEGATIVE_INFINITY;
    private boolean off;

    /** Before an update; what cannot be kept ends it, and is no matter of the training. */
    public void before(Model network, Batch batch) {
        if (off) {
            return;
        }
        try {
            if (tooLarge(network, batch)) {
                stop();
            } else {
                keep(network, batch);
            }
        } catch (RuntimeException e) {
            stop();
        }
    }

    private void keep(Model network, Batch batch) {
        if (current == null || current.size() == SIZE) {
            previous = current;
            current = StepWindow.from(network);
            first = first == null ? current : first;
        }
        current.add(batch);
    }

    /** After it. */
    public void after(double log10UpdateRatio) {
        if (current != null && log10UpdateRatio > largestStep) {
            largestStep = log10UpdateRatio;
            largest = current;
        }
    }

    /** Keeps nothing from now on. */
    public void stop() {
        off = true;
        first = null;
        largest = null;
        previous = null;
        current = null;
    }

    /** Those in which a remedy is worth a trial, in this order. */
    @SuppressWarnings("ReferenceEquality") // one and the same window is tried once
    public List<StepWindow> worthTrying(Remedy remedy) {
        List<StepWindow> windows = new ArrayList<>();
        if (first != null) {
            windows.add(first);
        }
        if (remedy.kind() == Remedy.Kind.WARM_UP || first == null) {
            return windows;
        }
        if (largest != null && largest != first) {
            largest.decides();
            windows.add(largest);
        }
        if (current != first && current != largest) {
            windows.add(previous == first || previous == largest ? current : previous.and(current));
        }
        return windows;
    }

    private static boolean tooLarge(Model network, Batch batch) {
        // Adam keeps two numbers for each parameter.
        return Math.max(3 * network.numParams(), SIZE * batch.length()) > LARGEST;
    }
}
