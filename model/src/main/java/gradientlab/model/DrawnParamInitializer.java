package gradientlab.model;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's initialiser of dense layers, with biases that are drawn where the layer says so. */
final class DrawnParamInitializer extends DefaultParamInitializer {

    static final DrawnParamInitializer INSTANCE = new DrawnParamInitializer();

    private DrawnParamInitializer() {}

    @Override
    protected INDArray createBias(NeuralNetConfiguration conf, INDArray biasView, boolean initialise) {
        if (initialise && ((BaseLayer) conf.getLayer()).getWeightInitFn() instanceof DrawnParameters drawn) {
            drawn.drawBias(biasView);
        }
        return biasView;
    }
}
