package gradientlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;

/**
 * The stages of one network, one behind the other, with buffers for a number of examples: a forward pass and a backward pass,
 * no update. Parameters are read where the network has them; gradients go to an array that is given.
 */
final class LayerPipeline {

    final int rows;
    final Signal input;
    final List<Stage> stages;
    final OutputStage outputStage;
    final Delta delta;

    // Own the memory that the stages point into.
    private final INDArray parameters;
    private final INDArray gradients;

    /** @param gradients as many values as the network has parameters, in the same order */
    LayerPipeline(MultiLayerNetwork network, INDArray gradients, int rows) {
        this.rows = rows;
        this.parameters = network.params();
        this.gradients = gradients;
        input = new Signal(rows, inputs(network));
        stages = stages(network);
        outputStage = (OutputStage) stages.get(stages.size() - 1);
        delta = new Delta(
                rows, stages.stream().mapToInt(stage -> stage.place.out()).max().orElseThrow());
    }

    /** Whether there is room for this number of examples and the network still has the arrays that the pointers go to. */
    boolean fits(MultiLayerNetwork network, INDArray target, int batch) {
        return batch <= rows && network.params() == parameters && target == gradients;
    }

    /** Whether a batch is a matrix of examples without masks, of the network's inputs and outputs. */
    boolean accepts(DataSet batch) {
        return !batch.hasMaskArrays()
                && isMatrix(batch.getFeatures(), input.units)
                && isMatrix(batch.getLabels(), outputStage.place.out())
                && batch.getLabels().size(0) == batch.getFeatures().size(0);
    }

    private static boolean isMatrix(INDArray array, int columns) {
        return array != null && array.rank() == 2 && array.size(1) == columns && array.length() > 0;
    }

    void read(DataSet batch) {
        INDArray features = NativeArrays.rowByRow(batch.getFeatures());
        INDArray labels = NativeArrays.rowByRow(batch.getLabels());
        if (stages.get(0).readsNative()) {
            NativeArrays.copy(features, input.pointer, features.length());
        } else {
            NativeArrays.copy(features, input.values, (int) features.length());
        }
        NativeArrays.copy(labels, outputStage.labels(), (int) labels.length());
    }

    /** A copy of the features that were read. */
    float[] features(int batch) {
        if (stages.get(0).readsNative()) {
            input.fromNative(batch);
        }
        return Arrays.copyOf(input.values, batch * input.units);
    }

    /** @param shown whether every signal but the last has to be in native memory, where listeners look at it */
    void forward(int batch, boolean shown) {
        Signal signal = input;
        for (Stage stage : stages) {
            stage.forward(signal, batch);
            signal = stage.output;
            boolean last = stage == outputStage;
            if (!last && (shown || stages.get(stage.place.index() + 1).readsNative())) {
                signal.toNative(batch);
            }
        }
    }

    /** The mean loss of the batch; {@link #delta} becomes its sum's gradient with respect to the logits. */
    double loss(int batch) {
        return outputStage.loss(delta, batch) / batch;
    }

    /** @param each gets every stage when its parameters' gradients are there and {@link #delta} belongs to its output */
    void backward(int batch, Consumer<Stage> each) {
        for (int i = stages.size() - 1; i >= 0; i--) {
            Stage stage = stages.get(i);
            Signal before = i == 0 ? input : stages.get(i - 1).output;
            stage.parameterGradients(before, delta, batch);
            each.accept(stage);
            if (i > 0) {
                stage.inputGradient(before, delta, batch);
            }
        }
    }

    private static int inputs(MultiLayerNetwork network) {
        return units(network.getLayer(0), true, 0);
    }

    private List<Stage> stages(MultiLayerNetwork network) {
        List<Stage> all = new ArrayList<>();
        int in = inputs(network);
        int offset = 0;
        for (int i = 0; i < network.getnLayers(); i++) {
            Layer layer = network.getLayer(i);
            int out = units(layer, false, in);
            LayerPlace place = new LayerPlace(i, layer.conf().getLayer(), rows, in, out, parameters(layer, offset));
            all.add(StageKind.of(place.layer()).orElseThrow().stage(place));
            offset += (int) layer.numParams();
            in = out;
        }
        return List.copyOf(all);
    }

    private Map<String, Parameter> parameters(Layer layer, int start) {
        Map<String, Parameter> all = new LinkedHashMap<>();
        int offset = start;
        Map<String, INDArray> table = layer.paramTable() == null ? Map.of() : layer.paramTable();
        for (Map.Entry<String, INDArray> entry : table.entrySet()) {
            int length = (int) entry.getValue().length();
            all.put(
                    entry.getKey(),
                    new Parameter(
                            NativeArrays.pointer(parameters, offset), NativeArrays.pointer(gradients, offset), length));
            offset += length;
        }
        return all;
    }

    /** A layer's inputs or outputs per example; a layer without weights has as many as come in. */
    private static int units(Layer layer, boolean inputs, int before) {
        if (layer.conf().getLayer() instanceof FeedForwardLayer sized) {
            long units = inputs ? sized.getNIn() : sized.getNOut();
            return units > 0 ? (int) units : before;
        }
        return before;
    }
}
