package gradientlab.model;

import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** A stock dense layer without nonlinearity whose biases are drawn like its weights. */
public class DrawnDenseLayer extends DenseLayer {

    /** For reading a configuration back from JSON. */
    public DrawnDenseLayer() {}

    DrawnDenseLayer(String name, int inputs, int outputs, boolean bias, DrawnParameters parameters) {
        setLayerName(name);
        setNIn(inputs);
        setNOut(outputs);
        setHasBias(bias);
        setActivationFn(new ActivationIdentity());
        setWeightInitFn(parameters);
    }

    @Override
    public ParamInitializer initializer() {
        return DrawnParamInitializer.INSTANCE;
    }
}
