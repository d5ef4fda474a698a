package gradientlab.lab.run;

import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.diagnostics.probe.DiagnosticState;
import gradientlab.mnist.ImageIterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where the training of one repetition stands between two steps. A training that goes on from here ends in the same bits
 * as one that was never interrupted.
 *
 * <p>The order of the data is not in it: it follows from the seed and the number of steps.
 *
 * @param iterations every step so far, at least one
 * @param logitStd the std of the logits at the start and after each epoch that is over
 * @param parameters all parameters, the running statistics of batch norm among them
 * @param updaterState the optimiser's state; empty where it has none
 * @param diagnosis where the diagnosis stands; null without one
 */
public record Checkpoint(
        List<Iteration> iterations,
        List<Double> logitStd,
        float[] parameters,
        float[] updaterState,
        DiagnosticState diagnosis) {

    /** Of a network between two steps. */
    static Checkpoint of(MultiLayerNetwork network, List<Iteration> iterations, List<Double> logitStd) {
        return new Checkpoint(
                iterations,
                List.copyOf(logitStd),
                floats(network.params()),
                floats(network.getUpdater().getStateViewArray()),
                diagnosis(network.getListeners()).map(DiagnosticListener::state).orElse(null));
    }

    private static float[] floats(INDArray array) {
        return array == null ? new float[0] : array.dup('c').data().asFloat();
    }

    private static Optional<DiagnosticListener> diagnosis(Iterable<TrainingListener> listeners) {
        for (TrainingListener listener : listeners) {
            if (listener instanceof DiagnosticListener diagnosis) {
                return Optional.of(diagnosis);
            }
        }
        return Optional.empty();
    }

    /** The epochs that are over. */
    int epochs() {
        return logitStd.size() - 1;
    }

    /**
     * Puts a fresh network of the same plan, and its listener of the diagnosis, where this training stood.
     *
     * @param batches the plan's batches from the first step on; those taken so far are taken
     */
    void restore(MultiLayerNetwork network, ImageIterator batches) {
        assign(network.params(), parameters);
        assign(network.getUpdater().getStateViewArray(), updaterState);
        network.getLayerWiseConfigurations().setIterationCount(iterations.size());
        network.getLayerWiseConfigurations().setEpochCount(epochs());
        EveryBatch taken = new EveryBatch(batches);
        Optional<DiagnosticListener> listener = diagnosis(network.getListeners());
        if (listener.isPresent() && diagnosis != null) {
            listener.get().resume(diagnosis, network, taken);
        } else {
            IntStream.range(0, iterations.size()).forEach(step -> taken.next());
        }
    }

    private static void assign(INDArray array, float[] values) {
        if (array != null) {
            array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
        }
    }
}
