package gradientlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A forward and a backward pass as the direct engine takes them in a training step, without the step.
 *
 * <p>The parameters are read where the network has them, everything else goes to arrays of its own: parameters, gradients,
 * running statistics, updater, score, counts and random numbers of the network stay as they are. Batch norm normalises by
 * the batch, as in training. It may be taken between any two steps of any engine and inside any hook of a listener, on the
 * thread that trains. A pass outlives changes of the parameters, not of the architecture.
 */
public final class DirectPass {

    private final MultiLayerNetwork network;
    private INDArray gradients;
    private LayerPipeline chain;

    private DirectPass(MultiLayerNetwork network) {
        this.network = network;
        bind(1);
    }

    /** The passes of an initialised network; empty where its layers or the backend are not covered. */
    public static Optional<DirectPass> of(MultiLayerNetwork network) {
        return Coverage.ofPass(network).isPresent() ? Optional.empty() : Optional.of(new DirectPass(network));
    }

    /** Whether {@link #run} takes this batch: as many columns as the network has inputs and outputs, and no masks. */
    public boolean accepts(DataSet batch) {
        return chain.accepts(batch);
    }

    /** Passes a batch that {@link #accepts} says yes to. */
    @SuppressWarnings("try") // the scope is only to be left
    public Pass run(DataSet batch) {
        int rows = (int) batch.getFeatures().size(0);
        if (!chain.fits(network.params(), gradients, rows)) {
            bind(Math.max(rows, chain.rows));
        }
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            chain.read(batch);
        }
        chain.forward(rows, false);
        double loss = chain.loss(rows);
        List<LayerPass> layers = new ArrayList<>();
        chain.backward(rows, stage -> layers.add(layer(stage, rows)));
        Collections.reverse(layers);
        return new Pass(rows, chain.features(rows), loss, chain.outputStage.probabilities(rows), layers);
    }

    @SuppressWarnings("try") // the scope is only to be left
    private void bind(int rows) {
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            gradients = Nd4j.create(DataType.FLOAT, network.params().length());
            chain = new LayerPipeline(network, gradients, rows);
        }
    }

    private LayerPass layer(Stage stage, int rows) {
        int count = rows * stage.place.out();
        Map<String, float[]> values = new LinkedHashMap<>();
        Map<String, float[]> means = new LinkedHashMap<>();
        stage.place.parameters().forEach((name, parameter) -> {
            values.put(name, copy(parameter.value(), parameter.length()));
            if (isLearnt(stage, name)) {
                means.put(name, Rows.divide(copy(parameter.gradient(), parameter.length()), rows));
            }
        });
        float[] output = Arrays.copyOf(stage.output.values, count);
        float[] delta = Rows.divide(Arrays.copyOf(chain.delta.values, count), rows);
        return new LayerPass(stage.place.out(), output, delta, values, means);
    }

    /** The running statistics of batch norm are moved by way of the gradients, but they are no gradients of the loss. */
    private boolean isLearnt(Stage stage, String name) {
        return network.getLayer(stage.place.index()).updaterDivideByMinibatch(name);
    }

    private static float[] copy(FloatPointer from, int length) {
        float[] values = new float[length];
        from.get(values, 0, length);
        return values;
    }
}
