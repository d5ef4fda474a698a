package gradientlab.model;

import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** A stock output layer (softmax, cross entropy without clipping) whose biases are drawn like its weights. */
public class DrawnOutputLayer extends OutputLayer {

    /** For reading a configuration back from JSON. */
    public DrawnOutputLayer() {}

    DrawnOutputLayer(String name, int inputs, int classes, DrawnParameters parameters) {
        setLayerName(name);
        setNIn(inputs);
        setNOut(classes);
        setActivationFn(new ActivationSoftmax());
        setLossFn(new LossSoftmaxCrossEntropy());
        setWeightInitFn(parameters);
    }

    @Override
    public ParamInitializer initializer() {
        return DrawnParamInitializer.INSTANCE;
    }
}
