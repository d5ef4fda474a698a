package gradientlab.model;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the lecture's {@code forward} returns: per hidden layer the pre-activation h and the activation, and the logits.
 *
 * @param preActivations the affine maps' outputs h [examples, units], before any normalisation
 * @param activations the nonlinearities' outputs [examples, units], before any normalisation that follows them
 * @param logits the output layer's affine map [examples, classes]
 */
public record Forward(List<INDArray> preActivations, List<INDArray> activations, INDArray logits) {

    /** The forward pass as in training: batch normalisation uses the statistics of this batch, and changes none. */
    public static Forward training(MultiLayerNetwork network, INDArray features) {
        return pass(network, features, true);
    }

    /** The forward pass of a finished network: batch normalisation uses its running statistics. */
    public static Forward inference(MultiLayerNetwork network, INDArray features) {
        return pass(network, features, false);
    }

    /** Layer by layer; only affine maps get what is kept, since other layers of DL4J's may work in place on their input. */
    private static Forward pass(MultiLayerNetwork network, INDArray features, boolean training) {
        List<INDArray> preActivations = new ArrayList<>();
        List<INDArray> activations = new ArrayList<>();
        INDArray signal = features;
        for (int i = 0; i < network.getnLayers() - 1; i++) {
            Layer layer = network.getLayer(i);
            boolean affine = layer.conf().getLayer() instanceof DrawnDenseLayer;
            signal = layer.activate(affine ? signal : signal.dup(), training, LayerWorkspaceMgr.noWorkspaces());
            if (affine) {
                preActivations.add(signal);
            } else if (!isNorm(layer)) {
                activations.add(signal);
            }
        }
        return new Forward(List.copyOf(preActivations), List.copyOf(activations), logits(network, signal));
    }

    private static boolean isNorm(Layer layer) {
        var conf = layer.conf().getLayer();
        return conf instanceof BatchNormalization || conf instanceof GroupNormalization;
    }

    private static INDArray logits(MultiLayerNetwork network, INDArray input) {
        Layer output = network.getOutputLayer();
        return input.mmul(output.getParam("W")).addiRowVector(output.getParam("b"));
    }
}
