package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.remedy.Batch;
import gradientlab.diagnostics.remedy.Undisturbed;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Measures a network on a batch without touching it.
 *
 * <p>The probe keeps a replica of the network: the same configuration with recorders in its nonlinearities and loss
 * function, and arrays of its own for parameters and gradients, which is what a probe costs in memory; each capture
 * copies the parameters over, then runs one forward and one backward pass, outside all workspaces. Nothing of the
 * network changes: parameters, updater state, running statistics, iteration count, {@code model.gradient()}, layer
 * inputs and ND4J's random numbers stay as they are, so a capture may be taken anywhere between two updates and in any
 * hook of a listener. A probe outlives changes of the parameters, not of the architecture.
 *
 * <p>The pass runs as in training, batch norms with the statistics of the batch, but without dropout, weight noise and
 * regularisation. All gradients are those of the batch's mean loss, before any clipping, also where
 * {@code miniBatch(false)} makes DL4J sum. Convolutional formats are taken to be one per network. A recurrent network
 * runs over the whole sequence, not truncated.
 *
 * <p>Not thread-safe: to be used on the thread that trains.
 */
public final class NetworkProbe implements Probe {

    private final Replica replica;

    private NetworkProbe(Replica replica) {
        this.replica = replica;
    }

    /**
     * A probe of a network.
     *
     * @throws IllegalStateException when the network is not initialised
     * @throws IllegalArgumentException when its last layer is no output layer
     */
    public static NetworkProbe of(MultiLayerNetwork network) {
        requireInitialised(network.isInitCalled());
        return new NetworkProbe(Undisturbed.run(() -> new MultiLayerReplica(network)));
    }

    /**
     * A probe of a graph: its layer vertices and, as plain activations, its other vertices, in topological order.
     *
     * @throws IllegalStateException when the graph is not initialised
     * @throws IllegalArgumentException when one of its outputs is no output layer
     */
    public static NetworkProbe of(ComputationGraph graph) {
        requireInitialised(graph.getVertices() != null);
        return new NetworkProbe(Undisturbed.run(() -> new GraphReplica(graph)));
    }

    /**
     * Measures at the network's own iteration count.
     *
     * <p>Right before, between and after calls of {@code fit}. Inside {@code iterationDone} DL4J's count lags one
     * behind: the update is made, the count is not; pass {@code iteration + 1} to {@link #capture(DataSet, int)} there.
     *
     * @throws IllegalArgumentException when the batch has no features, labels or examples
     */
    public Capture capture(DataSet batch) {
        return capture(batch, replica.iteration());
    }

    @Override
    public Capture capture(DataSet batch, int iteration) {
        return capture(Batch.of(batch), iteration);
    }

    /** {@link #capture(DataSet)} for a graph with several inputs or outputs: the loss is the sum over the outputs. */
    public Capture capture(MultiDataSet batch) {
        return capture(batch, replica.iteration());
    }

    /** {@link #capture(DataSet, int)} for a graph with several inputs or outputs. */
    public Capture capture(MultiDataSet batch, int iteration) {
        return capture(Batch.of(batch), iteration);
    }

    Capture capture(Batch batch, int iteration) {
        Supplier<Capture> pass = () -> {
            try {
                return capture(replica.run(batch), batch.size(), iteration);
            } finally {
                replica.clear();
            }
        };
        return Undisturbed.run(pass);
    }

    private Capture capture(double loss, int examples, int iteration) {
        return new Capture(
                iteration,
                loss,
                replica.recorders().stream()
                        .flatMap(recorder -> recorder.captures(examples).stream())
                        .toList(),
                replica.output().logits(),
                replica.output().nonlinearity());
    }

    private static void requireInitialised(boolean initialised) {
        if (!initialised) {
            throw new IllegalStateException(
                    "A network has to be initialised before it is measured: call init() first.");
        }
    }
}
