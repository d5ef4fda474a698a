package gradientlab.engine;

import java.util.function.Consumer;
import org.nd4j.linalg.dataset.api.DataSet;

/** DL4J's own steps. */
record Dl4jEngine(Consumer<DataSet> steps, EngineChoice choice) implements StepEngine {

    @Override
    public void fit(DataSet batch) {
        steps.accept(batch);
    }

    @Override
    public void observe(StepObserver observer) {
        throw new IllegalStateException(
                "The engine dl4j has no plain arrays to show to an observer: attach a TrainingListener");
    }
}
