package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Capture;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.DataSet;

/**
 * Measures one network on a batch without touching it; what a capture holds is said at {@link NetworkProbe}, the one that
 * measures every network.
 */
@FunctionalInterface
public interface Probe {

    /**
     * Measures at a given iteration.
     *
     * @param iteration updates made so far
     * @throws IllegalArgumentException when the batch has no features, labels or examples
     */
    Capture capture(DataSet batch, int iteration);

    /** Who makes the probes of networks: {@code NetworkProbe::of}, or one that knows some networks better. */
    @FunctionalInterface
    interface Maker {

        /**
         * A probe of an initialised network.
         *
         * @throws IllegalStateException when the network is not initialised
         * @throws IllegalArgumentException when its last layer is no output layer
         */
        Probe of(MultiLayerNetwork network);
    }
}
