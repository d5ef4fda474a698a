package gradientlab.engine;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.api.DataSet;

/**
 * The steps of {@link DirectEngine} on a graph that is a chain with skips.
 *
 * <p>A graph that has listeners is trained by DL4J as long as it has, and so is a batch with masks or of another shape.
 */
final class GraphEngine implements StepEngine {

    private final ComputationGraph graph;
    private final EngineChoice choice;
    private Binding bound;

    GraphEngine(ComputationGraph graph, EngineChoice choice) {
        this.graph = graph;
        this.choice = choice;
        this.bound = Binding.of(graph, 1);
    }

    @Override
    public EngineChoice choice() {
        return choice;
    }

    @Override
    public void observe(StepObserver observer) {
        throw new IllegalStateException("The steps of a graph are shown to nobody: attach a TrainingListener");
    }

    @Override
    public void fit(DataSet batch) {
        if (graph.getListeners().isEmpty() && bound.chain.accepts(batch)) {
            step(batch);
        } else {
            graph.fit(batch);
        }
    }

    private void step(DataSet batch) {
        int rows = (int) batch.getFeatures().size(0);
        if (!bound.fits(graph, rows)) {
            bound = Binding.of(graph, Math.max(rows, bound.chain.rows));
        }
        LayerPipeline chain = bound.chain;
        chain.read(batch);
        chain.forward(rows, false);
        graph.setScore(chain.loss(rows));
        chain.backward(rows, stage -> {});
        bound.update(new UpdateBlock.Moment(rows, graph.getIterationCount(), graph.getEpochCount()), false);
        count();
    }

    private void count() {
        ComputationGraphConfiguration counts = graph.getConfiguration();
        counts.setIterationCount(counts.getIterationCount() + 1);
        Arrays.stream(graph.getLayers()).forEach(this::synchronise);
    }

    private void synchronise(Layer layer) {
        layer.setIterationCount(graph.getIterationCount());
        layer.setEpochCount(graph.getEpochCount());
    }
}
