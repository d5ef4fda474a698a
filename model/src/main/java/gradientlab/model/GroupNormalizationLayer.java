package gradientlab.model;

import java.util.Arrays;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The forward and backward pass of {@link GroupNormalization}.
 *
 * <p>With x̂ = (x − μ)/s, s = √(σ² + ε), and g = γ·∂L/∂y: ∂L/∂γ = Σ over examples of x̂·∂L/∂y, ∂L/∂β = Σ of ∂L/∂y, and
 * ∂L/∂x = (g − mean(g) − x̂·mean(g·x̂))/s, the means over the group.
 */
public class GroupNormalizationLayer extends BaseLayer<GroupNormalization> {

    GroupNormalizationLayer(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    public Type type() {
        return Type.NORMALIZATION;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public boolean hasBias() {
        return true;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
        assertInputSet(false);
        requireUnits();
        applyDropOutIfNecessary(training, memory);
        INDArray out = memory.dup(ArrayType.ACTIVATIONS, input.castTo(dataType), 'c');
        standardise(out);
        return out.muliRowVector(getParam(ScaleAndShift.GAMMA)).addiRowVector(getParam(ScaleAndShift.BETA));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
        assertInputSet(true);
        INDArray standardised = input.castTo(dataType).dup('c');
        INDArray s = standardise(standardised);
        Gradient gradient = parameterGradient(epsilon, standardised);
        INDArray g = memory.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c').muliRowVector(getParam(ScaleAndShift.GAMMA));
        INDArray rows = byGroup(g);
        INDArray xHat = byGroup(standardised);
        INDArray meanOfProduct = rows.mul(xHat).mean(true, 1);
        rows.subiColumnVector(rows.mean(true, 1));
        rows.subi(xHat.muliColumnVector(meanOfProduct)).diviColumnVector(s);
        return Pair.of(gradient, backpropDropOutIfPresent(g));
    }

    private Gradient parameterGradient(INDArray epsilon, INDArray standardised) {
        INDArray gamma = gradientViews.get(ScaleAndShift.GAMMA);
        INDArray beta = gradientViews.get(ScaleAndShift.BETA);
        gamma.assign(standardised.mul(epsilon).sum(0));
        beta.assign(epsilon.sum(0));
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(ScaleAndShift.GAMMA, gamma);
        gradient.setGradientFor(ScaleAndShift.BETA, beta);
        return gradient;
    }

    /** Replaces x by x̂ in place; returns s, one value for each example and group [examples · groups, 1]. */
    private INDArray standardise(INDArray x) {
        INDArray rows = byGroup(x);
        rows.subiColumnVector(rows.mean(true, 1));
        INDArray s =
                Transforms.sqrt(rows.mul(rows).mean(true, 1).addi(layerConf().getEpsilon()), false);
        rows.diviColumnVector(s);
        return s;
    }

    /** A view [examples · groups, n / groups] of a contiguous array [examples, n]. */
    private INDArray byGroup(INDArray array) {
        int groups = layerConf().getGroups();
        return array.reshape('c', array.size(0) * groups, array.size(1) / groups);
    }

    private void requireUnits() {
        if (input.rank() != 2 || input.size(1) != layerConf().getNIn()) {
            throw new DL4JInvalidInputException(
                    "Group normalisation \"" + layerConf().getLayerName()
                            + "\" needs an input of [examples, " + layerConf().getNIn() + "], not "
                            + Arrays.toString(input.shape()));
        }
    }
}
