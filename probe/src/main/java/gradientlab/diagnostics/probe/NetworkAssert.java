package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.remedy.Batch;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Asserts in tests that a network starts without faults:
 * {@code assertThat(network).onBatch(batch).hasNoFaults()}.
 *
 * <p>Needs no library of assertions; a failure is an {@link AssertionError} whose message is the verdict. The network is
 * not touched.
 */
public final class NetworkAssert {

    private final Model network;
    private final Limits limits;
    private final Checkup checkup;

    private NetworkAssert(Model network, Limits limits, Checkup checkup) {
        this.network = network;
        this.limits = limits;
        this.checkup = checkup;
    }

    /**
     * Begins an assertion about a {@code MultiLayerNetwork} or a {@code ComputationGraph}.
     *
     * @throws IllegalArgumentException for another model
     */
    public static NetworkAssert assertThat(Model network) {
        Preflight.require(network);
        return new NetworkAssert(network, Limits.DEFAULT, null);
    }

    /** The same with another value of a limit; call it before {@link #onBatch(DataSet)}. */
    public NetworkAssert withLimit(Limit limit, double value) {
        return new NetworkAssert(network, limits.with(limit, value), checkup);
    }

    /** Looks the network over on a batch of training, best of 16 examples or more. */
    public NetworkAssert onBatch(DataSet batch) {
        return new NetworkAssert(network, limits, Preflight.of(network, Batch.of(batch), limits));
    }

    /** The same for a graph with several inputs or outputs. */
    public NetworkAssert onBatch(MultiDataSet batch) {
        return new NetworkAssert(network, limits, Preflight.of(network, Batch.of(batch), limits));
    }

    /**
     * Fails with the verdict when the network has a fault; hints pass.
     *
     * @throws AssertionError when there is a fault
     * @throws IllegalStateException without a batch
     */
    public NetworkAssert hasNoFaults() {
        if (checkup == null) {
            throw new IllegalStateException("hasNoFaults() needs a batch: call onBatch(batch) before it.");
        }
        if (!checkup.healthy()) {
            throw new AssertionError("The network has faults on this batch:\n" + checkup.report());
        }
        return this;
    }
}
