package gradientlab.model.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Everything that the direct engine keeps from step to step for one network: its stages and their buffers, and pointers
 * into the network's arrays together with the arrays, so that these are not collected.
 */
final class Binding {

    final int rows;
    final Signal input;
    final List<Stage> stages;
    final OutputStage outputStage;
    final Delta delta;
    final List<UpdateBlock> blocks;
    final Gradient gradient;
    final UpdateBlock.Scratch scratch = UpdateBlock.Scratch.create();

    private final INDArray parameters;
    private final INDArray gradients;

    /** Holds the state array that the blocks point into. */
    private final Updater updater;

    Binding(MultiLayerNetwork network, int rows) {
        this.rows = rows;
        updater = network.getUpdater();
        parameters = network.params();
        gradients = network.getFlattenedGradients();
        blocks = UpdateBlocks.of(network);
        gradient = GradientView.of(network);
        input = new Signal(rows, inputs(network));
        stages = stages(network, rows);
        outputStage = (OutputStage) stages.get(stages.size() - 1);
        delta = new Delta(
                rows, stages.stream().mapToInt(stage -> stage.place.out()).max().orElseThrow());
    }

    /** Whether batches of so many rows can be trained and the network still has the arrays that the pointers go to. */
    boolean fits(MultiLayerNetwork network, int batch) {
        return batch <= rows
                && network.params() == parameters
                && network.getFlattenedGradients() == gradients
                && network.getUpdater() == updater;
    }

    private static int inputs(MultiLayerNetwork network) {
        return units(network.getLayer(0), true, 0);
    }

    private static List<Stage> stages(MultiLayerNetwork network, int rows) {
        List<Stage> stages = new ArrayList<>();
        int in = inputs(network);
        int offset = 0;
        for (int i = 0; i < network.getnLayers(); i++) {
            Layer layer = network.getLayer(i);
            int out = units(layer, false, in);
            Map<String, Parameter> parameters = parameters(network, layer, offset);
            LayerPlace place = new LayerPlace(i, layer.conf().getLayer(), rows, in, out, parameters);
            stages.add(StageKind.of(place.layer()).orElseThrow().stage(place));
            offset += (int) layer.numParams();
            in = out;
        }
        return List.copyOf(stages);
    }

    private static Map<String, Parameter> parameters(MultiLayerNetwork network, Layer layer, int start) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        int offset = start;
        Map<String, INDArray> table = layer.paramTable() == null ? Map.of() : layer.paramTable();
        for (Map.Entry<String, INDArray> entry : table.entrySet()) {
            int length = (int) entry.getValue().length();
            parameters.put(
                    entry.getKey(),
                    new Parameter(
                            NativeArrays.pointer(network.params(), offset),
                            NativeArrays.pointer(network.getFlattenedGradients(), offset),
                            length));
            offset += length;
        }
        return parameters;
    }

    /** A layer's inputs or outputs per example; a layer without weights has as many as come in. */
    private static int units(Layer layer, boolean inputs, int before) {
        if (layer.conf().getLayer() instanceof org.deeplearning4j.nn.conf.layers.FeedForwardLayer sized) {
            long units = inputs ? sized.getNIn() : sized.getNOut();
            return units > 0 ? (int) units : before;
        }
        return before;
    }
}
