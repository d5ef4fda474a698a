package gradientlab.engine;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.DataSet;

/**
 * Steps in place on the network's own arrays: matrix products by a {@link MatrixLibrary}, everything else in plain loops, no layer's
 * forward pass twice, no gradient with respect to the data, and no new array once the largest batch has been seen.
 *
 * <p>A batch that has masks or another shape than the network's is given to {@code MultiLayerNetwork.fit}, which trains
 * on it or says what is wrong; the run goes on as if nothing had happened.
 */
final class DirectEngine implements StepEngine {

    private final MultiLayerNetwork network;
    private final EngineChoice choice;
    private final Observers observers = new Observers();
    private Binding bound;

    DirectEngine(MultiLayerNetwork network, EngineChoice choice) {
        this.network = network;
        this.choice = choice;
        this.bound = Binding.of(network, 1);
    }

    @Override
    public EngineChoice choice() {
        return choice;
    }

    @Override
    public void observe(StepObserver observer) {
        observers.add(observer);
    }

    @Override
    public void fit(DataSet batch) {
        if (bound.chain.accepts(batch)) {
            step(batch);
        } else {
            network.fit(batch);
        }
    }

    private void step(DataSet batch) {
        int rows = (int) batch.getFeatures().size(0);
        if (!bound.fits(network, rows)) {
            bound = Binding.of(network, Math.max(rows, bound.chain.rows));
        }
        LayerPipeline chain = bound.chain;
        Listeners listeners = new Listeners(network);
        listeners.begin(batch);
        observers.begin(network.getIterationCount());
        chain.read(batch);
        chain.forward(rows, !listeners.isEmpty());
        listeners.forward(batch.getFeatures(), chain, rows);
        network.setScore(chain.loss(rows));
        chain.backward(rows, stage -> observers.layer(stage, chain.delta, rows));
        listeners.gradients(bound.gradient);
        update(rows, !listeners.isEmpty());
        observers.stepDone(network.score());
        listeners.done();
    }

    private void update(int rows, boolean shown) {
        bound.update(new UpdateBlock.Moment(rows, network.getIterationCount(), network.getEpochCount()), shown);
    }
}
