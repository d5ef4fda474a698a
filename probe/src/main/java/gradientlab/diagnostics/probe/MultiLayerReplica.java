package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.remedy.Batch;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Replica of a {@link MultiLayerNetwork}. */
final class MultiLayerReplica implements Replica {

    private final LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
    private final MultiLayerNetwork original;
    private final MultiLayerNetwork copy;
    private final List<Layer> layers = new ArrayList<>();
    private final List<LayerRecorder> recorders = new ArrayList<>();

    MultiLayerReplica(MultiLayerNetwork original) {
        this.original = original;
        this.copy = new MultiLayerNetwork(configuration(original));
        copy.init(original.numParams() == 0 ? null : original.params().dup(), false);
        copy.initGradientsView();
        Formats formats = Formats.of(copy.getLayers());
        for (int i = 0; i < copy.getnLayers(); i++) {
            Layer layer = Layers.likeOriginal(copy.getLayer(i), original.getLayer(i));
            layers.add(layer);
            recorders.add(new LayerRecorder(
                    Layers.name(layer, "layer" + i),
                    Integer.toString(i),
                    Layers.kind(layer),
                    layer,
                    Layers.instrument(layer, original.getLayer(i), formats),
                    formats));
        }
        Layers.requireOutput(output().name(), layers.get(layers.size() - 1));
    }

    @Override
    public int iteration() {
        return original.getIterationCount();
    }

    @Override
    public List<LayerRecorder> recorders() {
        return recorders;
    }

    @Override
    public LayerRecorder output() {
        return recorders.get(recorders.size() - 1);
    }

    @Override
    public double run(Batch batch) {
        if (original.numParams() > 0) {
            copy.setParams(original.params());
        }
        batch.requireArrays(1, 1);
        copy.setInput(batch.features()[0]);
        showMasks(first(batch.featureMasks()), batch.size());
        copy.setLayerMaskArrays(first(batch.featureMasks()), first(batch.labelMasks()));
        forward(batch);
        Layers.setLabels(layers.get(layers.size() - 1), batch.labels()[0]);
        backward(batch);
        return Layers.meanLoss(layers.get(layers.size() - 1), memory);
    }

    @Override
    public void clear() {
        copy.clearLayerMaskArrays();
        layers.forEach(Layer::clear);
        recorders.forEach(LayerRecorder::clear);
        copy.setInput(null);
    }

    /** An LSTM hands its mask on without keeping it. */
    private void showMasks(INDArray features, int examples) {
        Pair<INDArray, MaskState> mask = new Pair<>(features, MaskState.Active);
        for (int i = 0; i < layers.size() && mask.getFirst() != null; i++) {
            InputPreProcessor preProcessor = copy.getLayerWiseConfigurations().getInputPreProcess(i);
            if (preProcessor != null) {
                mask = preProcessor.feedForwardMaskArray(mask.getFirst(), mask.getSecond(), examples);
            }
            recorders.get(i).arrivingMask(mask.getFirst());
            mask = layers.get(i).feedForwardMaskArray(mask.getFirst(), mask.getSecond(), examples);
        }
    }

    private void forward(Batch batch) {
        INDArray flow = batch.features()[0];
        for (int i = 0; i < layers.size(); i++) {
            InputPreProcessor preProcessor = copy.getLayerWiseConfigurations().getInputPreProcess(i);
            INDArray input = preProcessor == null ? flow : preProcessor.preProcess(flow, batch.size(), memory);
            flow = layers.get(i).activate(input, true, memory);
            recorders.get(i).forward(input, flow);
        }
    }

    /** A frozen layer ends the pass, as it does in training. */
    private void backward(Batch batch) {
        INDArray epsilon = null;
        for (int i = layers.size() - 1; i >= 0 && !(layers.get(i) instanceof FrozenLayer); i--) {
            recorders.get(i).arriving(epsilon);
            Pair<Gradient, INDArray> gradients = layers.get(i).backpropGradient(epsilon, memory);
            epsilon = gradients.getSecond();
            recorders.get(i).leaving(gradients.getFirst(), epsilon);
            InputPreProcessor preProcessor = copy.getLayerWiseConfigurations().getInputPreProcess(i);
            if (preProcessor != null && epsilon != null) {
                epsilon = preProcessor.backprop(epsilon, batch.size(), memory);
            }
        }
    }

    private static MultiLayerConfiguration configuration(MultiLayerNetwork original) {
        MultiLayerConfiguration configuration =
                original.getLayerWiseConfigurations().clone();
        configuration.getConfs().forEach(conf -> conf.setLayer(OwnConfiguration.of(conf.getLayer())));
        return configuration;
    }

    private static INDArray first(INDArray[] masks) {
        return masks == null ? null : masks[0];
    }
}
