package gradientlab.model;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Puts batch normalisation into the affine map before it, for inference (Jacob et al. 2018, section 3.2).
 *
 * <p>With running mean μ and variance σ², γ·(xW + b − μ)/√(σ² + ε) + β is the affine map with W′ = W·s and
 * b′ = (b − μ)·s + β, s = γ/√(σ² + ε), one value a unit. So the folded network has no norm layers and gives in inference
 * the same outputs up to rounding; it is not for further training.
 */
public final class BatchNormFolding {

    private BatchNormFolding() {}

    /**
     * The folded network of a trained one.
     *
     * @param spec what the network was made from
     * @throws IllegalArgumentException unless it has batch normalisation before its nonlinearities
     */
    public static MultiLayerNetwork fold(MlpSpec spec, MultiLayerNetwork network) {
        if (spec.normalisation() != Normalisation.BATCH || spec.normPosition() != NormPosition.BEFORE) {
            throw new IllegalArgumentException("Folding needs batch normalisation before the nonlinearity, not "
                    + spec.normalisation() + " " + spec.normPosition() + " it");
        }
        MultiLayerNetwork folded = new MultiLayerNetwork(spec.but()
                .normalisation(Normalisation.NONE)
                .hiddenBias(true)
                .build()
                .toConfiguration());
        folded.init();
        int to = 0;
        for (int from = 0; from < network.getnLayers(); from++, to++) {
            Layer layer = network.getLayer(from);
            layer.paramTable().forEach(folded.getLayer(to)::setParam);
            if (layer.conf().getLayer() instanceof DrawnDenseLayer) {
                fold(layer, network.getLayer(++from), folded.getLayer(to));
            }
        }
        return folded;
    }

    /** In double precision: the product of two roundings would be the largest error there is. */
    private static void fold(Layer affine, Layer norm, Layer into) {
        INDArray scale = scale(norm);
        INDArray weights = exact(affine.getParam(DefaultParamInitializer.WEIGHT_KEY));
        INDArray bias = affine.getParam(DefaultParamInitializer.BIAS_KEY);
        INDArray shift = exact(norm.getParam(BatchNormalizationParamInitializer.GLOBAL_MEAN))
                .neg();
        if (bias != null) {
            shift.addi(exact(bias));
        }
        shift.muli(scale).addi(exact(norm.getParam(BatchNormalizationParamInitializer.BETA)));
        into.getParam(DefaultParamInitializer.WEIGHT_KEY).assign(weights.mulRowVector(scale));
        into.getParam(DefaultParamInitializer.BIAS_KEY)
                .assign(shift.reshape(
                        into.getParam(DefaultParamInitializer.BIAS_KEY).shape()));
    }

    /** γ/√(σ² + ε), one value a unit. */
    private static INDArray scale(Layer norm) {
        INDArray logStd = exact(norm.getParam(BatchNormalizationParamInitializer.GLOBAL_LOG_STD));
        INDArray variance = Transforms.exp(logStd.mul(2 * Math.log(10)), false);
        double epsilon = ((BatchNormalization) norm.conf().getLayer()).getEps();
        return exact(norm.getParam(BatchNormalizationParamInitializer.GAMMA))
                .div(Transforms.sqrt(variance.addi(epsilon), false));
    }

    private static INDArray exact(INDArray values) {
        INDArray copy = values.castTo(DataType.DOUBLE);
        return values.isMatrix() && values.size(0) > 1
                ? copy
                : Nd4j.toFlattened(copy).reshape(values.length());
    }
}
