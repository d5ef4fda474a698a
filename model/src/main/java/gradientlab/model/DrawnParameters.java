package gradientlab.model;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Initialises the weights and the biases of one layer by draws of their own.
 *
 * <p>DL4J's {@code biasInit} is a constant, so the bias's draw travels with the weights' and is made by
 * {@link DrawnParamInitializer}.
 */
record DrawnParameters(ParameterDraw weights, ParameterDraw bias) implements IWeightInit {

    @JsonCreator
    DrawnParameters(@JsonProperty("weights") ParameterDraw weights, @JsonProperty("bias") ParameterDraw bias) {
        this.weights = weights;
        this.bias = bias;
    }

    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        INDArray view = paramView.reshape(order, shape);
        view.assign(weights.draw((int) shape[0], (int) shape[1]));
        return view;
    }

    void drawBias(INDArray biasView) {
        biasView.assign(bias.draw(1, (int) biasView.length()).reshape(biasView.shape()));
    }
}
