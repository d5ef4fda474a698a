package gradientlab.engine;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.DataSet;

/** DL4J's own steps. */
record Dl4jEngine(MultiLayerNetwork network, EngineChoice choice) implements StepEngine {

    @Override
    public void fit(DataSet batch) {
        network.fit(batch);
    }

    @Override
    public void observe(StepObserver observer) {
        throw new IllegalStateException(
                "The engine dl4j has no plain arrays to show to an observer: attach a TrainingListener");
    }
}
