package gradientlab.lab.run;

import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.diagnostics.probe.DiagnosticState;
import gradientlab.mnist.ImageIterator;
import gradientlab.session.ResumableListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
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
 * @param shown the state of the dashboard's listener; empty without one
 */
public record Checkpoint(
        List<Iteration> iterations,
        List<Double> logitStd,
        float[] parameters,
        float[] updaterState,
        DiagnosticState diagnosis,
        byte[] shown) {

    /**
     * Of a network between two steps.
     *
     * @throws UncheckedIOException if a listener cannot write down where it stands
     */
    static Checkpoint of(MultiLayerNetwork network, List<Iteration> iterations, List<Double> logitStd) {
        try {
            Optional<ResumableListener> dashboard = listener(network, ResumableListener.class);
            return new Checkpoint(
                    iterations,
                    List.copyOf(logitStd),
                    floats(network.params()),
                    floats(network.getUpdater().getStateViewArray()),
                    listener(network, DiagnosticListener.class)
                            .map(DiagnosticListener::state)
                            .orElse(null),
                    dashboard.isPresent() ? dashboard.get().state() : new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] floats(INDArray array) {
        return array == null ? new float[0] : array.dup('c').data().asFloat();
    }

    private static <T> Optional<T> listener(MultiLayerNetwork network, Class<T> type) {
        return network.getListeners().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /**
     * Puts a fresh network of the same plan, and its listeners, where this training stood.
     *
     * @param batches the plan's batches from the first step on, new each time
     * @return the batches from the next step on
     * @throws UncheckedIOException if the state of a listener is damaged
     */
    ImageIterator restore(MultiLayerNetwork network, Supplier<ImageIterator> batches) {
        assign(network.params(), parameters);
        assign(network.getUpdater().getStateViewArray(), updaterState);
        network.getLayerWiseConfigurations().setIterationCount(iterations.size());
        network.getLayerWiseConfigurations().setEpochCount(logitStd.size() - 1);
        if (diagnosis != null) {
            listener(network, DiagnosticListener.class)
                    .ifPresent(listener -> listener.resume(diagnosis, network, new EveryBatch(batches.get())));
        }
        if (shown.length > 0) {
            listener(network, ResumableListener.class).ifPresent(listener -> resume(listener, network, batches.get()));
        }
        ImageIterator rest = batches.get();
        EveryBatch taken = new EveryBatch(rest);
        IntStream.range(0, iterations.size()).forEach(step -> taken.next());
        return rest;
    }

    private void resume(ResumableListener listener, MultiLayerNetwork network, ImageIterator batches) {
        try {
            listener.resume(shown, network, new EveryBatch(batches));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assign(INDArray array, float[] values) {
        if (array != null) {
            array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
        }
    }
}
