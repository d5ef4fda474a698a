package gradientlab.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** What {@code MultiLayerNetwork.fit} does around a step, in its order: input and labels, listeners, counts. */
record Listeners(MultiLayerNetwork network, Collection<TrainingListener> all) {

    Listeners(MultiLayerNetwork network) {
        this(network, network.getListeners());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void begin(DataSet batch) {
        network.setInput(batch.getFeatures());
        network.setLabels(batch.getLabels());
        synchronizeCounts();
    }

    /** The data first, then every layer's output but the last one's. */
    void forward(INDArray features, LayerPipeline chain, int rows) {
        if (!isEmpty()) {
            List<INDArray> activations = new ArrayList<>(List.of(features));
            chain.stages.stream()
                    .filter(stage -> stage != chain.outputStage)
                    .forEach(stage -> activations.add(stage.output.show(rows)));
            all.forEach(listener -> listener.onForwardPass(network, activations));
        }
    }

    /** The gradients are sums over the batch; what a listener changes in them is what the update uses. */
    void gradients(Gradient gradient) {
        if (!isEmpty()) {
            network.setGradient(gradient);
            detached(listener -> listener.onBackwardPass(network));
            detached(listener -> listener.onGradientCalculation(network));
        }
    }

    void done() {
        MultiLayerConfiguration counts = network.getLayerWiseConfigurations();
        detached(listener -> listener.iterationDone(network, counts.getIterationCount(), counts.getEpochCount()));
        counts.setIterationCount(counts.getIterationCount() + 1);
        synchronizeCounts();
    }

    private void synchronizeCounts() {
        for (Layer layer : network.getLayers()) {
            layer.setIterationCount(network.getIterationCount());
            layer.setEpochCount(network.getEpochCount());
        }
    }

    @SuppressWarnings("try") // the scope is only to be left
    private void detached(Consumer<TrainingListener> call) {
        if (!isEmpty()) {
            try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                all.forEach(call);
            }
        }
    }
}
