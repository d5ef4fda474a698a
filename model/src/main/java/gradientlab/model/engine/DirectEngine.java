package gradientlab.model.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;

/**
 * Steps in place on the network's own arrays: matrix products by OpenBLAS, everything else in plain loops, no layer's
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
        this.bound = new Binding(network, 1);
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
        if (isPlain(batch)) {
            step(batch);
        } else {
            network.fit(batch);
        }
    }

    private boolean isPlain(DataSet batch) {
        return !batch.hasMaskArrays()
                && isMatrix(batch.getFeatures(), bound.input.units)
                && isMatrix(batch.getLabels(), bound.outputStage.place.out())
                && batch.getLabels().size(0) == batch.getFeatures().size(0);
    }

    private static boolean isMatrix(INDArray array, int columns) {
        return array != null && array.rank() == 2 && array.size(1) == columns && array.length() > 0;
    }

    private void step(DataSet batch) {
        int rows = (int) batch.getFeatures().size(0);
        if (!bound.fits(network, rows)) {
            bound = new Binding(network, Math.max(rows, bound.rows));
        }
        Listeners listeners = new Listeners(network);
        listeners.begin(batch);
        observers.begin(network.getIterationCount());
        forward(batch, rows, listeners);
        network.setScore(bound.outputStage.loss(bound.delta, rows) / rows);
        backward(rows);
        listeners.gradients(bound.gradient);
        update(rows, !listeners.isEmpty());
        observers.stepDone(network.score());
        listeners.done();
    }

    private void forward(DataSet batch, int rows, Listeners listeners) {
        read(batch);
        List<INDArray> shown = new ArrayList<>();
        Signal signal = bound.input;
        for (Stage stage : bound.stages) {
            stage.forward(signal, rows);
            signal = stage.output;
            boolean last = stage == bound.outputStage;
            if (!last
                    && (!listeners.isEmpty()
                            || bound.stages.get(stage.place.index() + 1).readsNative())) {
                signal.toNative(rows);
            }
            if (!last && !listeners.isEmpty()) {
                shown.add(signal.show(rows));
            }
        }
        listeners.forward(batch.getFeatures(), shown);
    }

    private void read(DataSet batch) {
        INDArray features = NativeArrays.rowByRow(batch.getFeatures());
        INDArray labels = NativeArrays.rowByRow(batch.getLabels());
        if (bound.stages.get(0).readsNative()) {
            NativeArrays.copy(features, bound.input.pointer, features.length());
        } else {
            NativeArrays.copy(features, bound.input.values, (int) features.length());
        }
        NativeArrays.copy(labels, bound.outputStage.labels(), (int) labels.length());
    }

    private void backward(int rows) {
        for (int i = bound.stages.size() - 1; i >= 0; i--) {
            Stage stage = bound.stages.get(i);
            Signal input = i == 0 ? bound.input : bound.stages.get(i - 1).output;
            stage.parameterGradients(input, bound.delta, rows);
            observers.layer(stage, bound.delta, rows);
            if (i > 0) {
                stage.inputGradient(input, bound.delta, rows);
            }
        }
    }

    private void update(int rows, boolean shown) {
        UpdateBlock.Moment now = new UpdateBlock.Moment(rows, network.getIterationCount(), network.getEpochCount());
        for (UpdateBlock block : bound.blocks) {
            block.apply(bound.scratch, now, shown);
        }
    }
}
