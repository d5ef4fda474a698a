package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.parts.WeightLayouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies the parameters of one layer and their gradients.
 *
 * @param keyPrefix what stands before the underscore in the key of a parameter
 * @param examples size of the batch, by which DL4J's summed gradients are divided
 */
record ParameterReader(Layer layer, String keyPrefix, int examples) {

    /** @param gradients by name within the layer; a parameter may be missing */
    List<ParameterCapture> read(Map<String, INDArray> gradients) {
        List<ParameterCapture> parameters = new ArrayList<>();
        layer.paramTable().forEach((name, values) -> {
            char order = values.ordering();
            parameters.add(new ParameterCapture(
                    name,
                    keyPrefix + "_" + name,
                    values.shape().clone(),
                    HostArrays.read(values, order),
                    gradient(name, gradients.get(name), order),
                    WeightLayouts.of(layer.conf().getLayer(), name, values)));
        });
        return parameters;
    }

    /**
     * DL4J moves the running statistics of a batch norm through the gradient, too, and marks them by not dividing them
     * by the batch size. They are no gradients of the loss.
     */
    private float[] gradient(String name, INDArray sum, char order) {
        return sum == null || !layer.updaterDivideByMinibatch(name)
                ? new float[0]
                : HostArrays.divide(HostArrays.read(sum, order), examples);
    }
}
