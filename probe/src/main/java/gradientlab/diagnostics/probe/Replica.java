package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.remedy.Batch;
import java.util.List;

/** A copy of a network that shares nothing with it and is driven layer by layer. */
interface Replica {

    /** Updates the original has made, by its own count. */
    int iteration();

    /** One forward and one backward pass with the original's parameters of now; returns the mean loss of the batch. */
    double run(Batch batch);

    /** In forward order. */
    List<LayerRecorder> recorders();

    /** The first output layer. */
    LayerRecorder output();

    /** Lets go of everything that belongs to the last batch. */
    void clear();
}
