package gradientlab.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The parameters of a normalisation without running statistics: γ, 1 at the start, then β, 0; one value a unit. */
public final class ScaleAndShift implements ParamInitializer {

    /** Name of γ. */
    public static final String GAMMA = "gamma";
    /** Name of β. */
    public static final String BETA = "beta";

    static final ScaleAndShift INSTANCE = new ScaleAndShift();

    private ScaleAndShift() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return 2 * units(layer);
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return List.of(GAMMA, BETA);
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return false;
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return false;
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray parameters, boolean initialise) {
        Map<String, INDArray> table = Collections.synchronizedMap(split(conf, parameters));
        table.keySet().forEach(conf::addVariable);
        if (initialise) {
            table.get(GAMMA).assign(1);
            table.get(BETA).assign(0);
        }
        return table;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradients) {
        return split(conf, gradients);
    }

    private static Map<String, INDArray> split(NeuralNetConfiguration conf, INDArray flat) {
        long units = units(conf.getLayer());
        INDArray values = flat.reshape(flat.length());
        Map<String, INDArray> table = new LinkedHashMap<>();
        table.put(GAMMA, values.get(NDArrayIndex.interval(0, units)));
        table.put(BETA, values.get(NDArrayIndex.interval(units, 2 * units)));
        return table;
    }

    private static long units(Layer layer) {
        return ((FeedForwardLayer) layer).getNOut();
    }
}
