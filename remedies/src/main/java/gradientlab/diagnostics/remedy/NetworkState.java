package gradientlab.diagnostics.remedy;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a training stood between two steps.
 *
 * @param updaterState null where the updater has none
 */
record NetworkState(INDArray parameters, INDArray updaterState, int iteration, int epoch) {

    /** The state of now; the network is not touched. */
    static NetworkState of(Model network) {
        INDArray state = updaterState(network);
        return Undisturbed.run(() -> new NetworkState(
                network.params().dup(),
                state == null ? null : state.dup(),
                IterationCount.of(network),
                epoch(network)));
    }

    private static INDArray updaterState(Model network) {
        BaseMultiLayerUpdater<?> updater = network instanceof ComputationGraph graph
                ? graph.getUpdater(false)
                : (BaseMultiLayerUpdater<?>) ((MultiLayerNetwork) network).getUpdater(false);
        return updater == null ? null : updater.getStateViewArray();
    }

    private static int epoch(Model network) {
        return network instanceof ComputationGraph graph
                ? graph.getConfiguration().getEpochCount()
                : ((MultiLayerNetwork) network).getEpochCount();
    }

    /** Gives it to a network that has just been built. */
    void into(MultiLayerNetwork fresh) {
        fresh.init(parameters.dup(), false);
        fresh.setIterationCount(iteration);
        fresh.setEpochCount(epoch);
        if (updaterState != null) {
            ((BaseMultiLayerUpdater<?>) fresh.getUpdater()).setStateViewArray(updaterState.dup());
        }
    }

    /** Gives it to a graph that has just been built. */
    void into(ComputationGraph fresh) {
        fresh.init(parameters.dup(), false);
        fresh.getConfiguration().setIterationCount(iteration);
        fresh.getConfiguration().setEpochCount(epoch);
        if (updaterState != null) {
            fresh.getUpdater().setStateViewArray(updaterState.dup());
        }
    }
}
