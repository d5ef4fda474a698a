package gradientlab.model;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The part of layer-sequential unit-variance initialisation that needs data (Mishkin and Matas 2016, algorithm 1).
 *
 * <p>Layer by layer from the input on, the weights are divided by the standard deviation of the layer's affine map on a
 * batch, over all examples and units (biased), so that it becomes 1; the output layer is one of them. The paper repeats
 * that up to ten times until the variance is 1 within 0.1: with biases 0, as here, once is exact.
 */
final class Lsuv {

    private Lsuv() {}

    /**
     * Scales the weights of a network whose biases are 0.
     *
     * @param features a batch [examples, inputs]
     * @throws IllegalArgumentException if a layer's output does not vary on the batch, or is not finite
     */
    static void scale(MultiLayerNetwork network, INDArray features) {
        INDArray signal = features;
        for (Layer layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof DrawnDenseLayer
                    || layer.conf().getLayer() instanceof DrawnOutputLayer) {
                INDArray weights = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
                weights.divi(std(signal.mmul(weights), layer));
            }
            // A copy: DL4J's activation layer may work in place on what it is given.
            signal = layer.activate(signal.dup(), true, LayerWorkspaceMgr.noWorkspaces());
        }
    }

    private static double std(INDArray z, Layer layer) {
        double std = Math.sqrt(z.var(false).getDouble(0));
        if (!(std > 0 && Double.isFinite(std))) {
            String name = ((FeedForwardLayer) layer.conf().getLayer()).getLayerName();
            throw new IllegalArgumentException("LSUV needs outputs of layer \"" + name
                    + "\" that vary on the batch: their standard deviation is " + std);
        }
        return std;
    }
}
