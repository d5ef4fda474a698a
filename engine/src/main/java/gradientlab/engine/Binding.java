package gradientlab.engine;

import java.util.List;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Everything that the direct engine keeps from step to step for one network: its stages and their buffers, and pointers
 * into the network's arrays together with the arrays, so that these are not collected.
 */
final class Binding {

    final LayerPipeline chain;
    final List<UpdateBlock> blocks;
    final Gradient gradient;
    final UpdateBlock.Scratch scratch = UpdateBlock.Scratch.create();

    /** Holds the state array that the blocks point into. */
    private final Updater updater;

    Binding(MultiLayerNetwork network, int rows) {
        // First: DL4J makes the gradients together with the updater.
        updater = network.getUpdater();
        chain = new LayerPipeline(network, network.getFlattenedGradients(), rows);
        blocks = UpdateBlocks.of(network);
        gradient = GradientView.of(network);
    }

    /** Whether batches with this number of rows can be trained and the network still has the arrays that the pointers go to. */
    boolean fits(MultiLayerNetwork network, int batch) {
        return chain.fits(network, network.getFlattenedGradients(), batch) && network.getUpdater() == updater;
    }
}
