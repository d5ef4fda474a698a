package gradientlab.engine;

import java.util.List;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;

/**
 * Everything that the direct engine keeps from step to step for one network: its stages and their buffers, and pointers
 * into the network's arrays together with the arrays, so that these are not collected.
 */
final class Binding {

    final LayerPipeline chain;
    final List<UpdateBlock> blocks;

    /** What listeners see; null for a graph. */
    final Gradient gradient;

    final UpdateBlock.Scratch scratch = UpdateBlock.Scratch.create();

    /** Holds the state array that the blocks point into. */
    private final Object updater;

    private Binding(LayerPipeline chain, BaseMultiLayerUpdater<?> updater, Gradient gradient) {
        this.chain = chain;
        this.updater = updater;
        this.blocks = UpdateBlocks.of(updater, chain.parameters, chain.gradients);
        this.gradient = gradient;
    }

    static Binding of(MultiLayerNetwork network, int rows) {
        // First: DL4J makes the gradients together with the updater.
        BaseMultiLayerUpdater<?> updater = (MultiLayerUpdater) network.getUpdater();
        LayerPipeline chain = new LayerPipeline(network, network.getFlattenedGradients(), rows);
        return new Binding(chain, updater, GradientView.of(network));
    }

    /** @param graph one that {@link Links} knows */
    static Binding of(ComputationGraph graph, int rows) {
        BaseMultiLayerUpdater<?> updater = graph.getUpdater();
        List<Link> links = Links.of(graph).orElseThrow();
        return new Binding(
                new LayerPipeline(links, graph.params(), graph.getFlattenedGradients(), rows), updater, null);
    }

    /** Whether batches with this number of rows can be trained and the network still has the arrays that the pointers go to. */
    boolean fits(MultiLayerNetwork network, int batch) {
        return chain.fits(network.params(), network.getFlattenedGradients(), batch) && network.getUpdater() == updater;
    }

    boolean fits(ComputationGraph graph, int batch) {
        return chain.fits(graph.params(), graph.getFlattenedGradients(), batch) && graph.getUpdater() == updater;
    }

    /** @param shown whether the update has to be left in the gradients, where listeners look for it */
    void update(UpdateBlock.Moment now, boolean shown) {
        blocks.forEach(block -> block.apply(scratch, now, shown));
    }
}
