package gradientlab.model;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Group normalisation of a feed-forward layer's units (Wu and He 2018, section 3.1); with one group it is layer
 * normalisation (Ba, Kiros and Hinton 2016, section 3).
 *
 * <p>The n units of an example are split in order into {@code groups} groups of n/groups neighbours. A value x of unit j
 * in group S becomes γⱼ·(x − μ)/√(σ² + ε) + βⱼ, where μ is the mean and σ² = Σ(x − μ)²/|S| the biased variance of the
 * example's own values in S. γ starts at 1 and β at 0; both have one value a unit and are learnt. No example depends on
 * another, so training and inference are the same and there are no running statistics. NaN in a group makes the whole
 * group of that example NaN. Input and output are [examples, n]. The layer has no weights that could be regularised.
 *
 * <p>DL4J 1.0.0-M2.1 has no such layer (its dense layers know a layer norm without β inside).
 */
public class GroupNormalization extends FeedForwardLayer {

    private int groups;
    private double epsilon;

    /** For reading a configuration back from JSON. */
    public GroupNormalization() {}

    /**
     * @param units the number of units, a multiple of {@code groups}, at least two a group
     * @param groups 1 for layer normalisation
     * @param epsilon what is added to the variance, above 0
     * @throws IllegalArgumentException if the units do not make such groups
     */
    public GroupNormalization(String name, int units, int groups, double epsilon) {
        requireGroups(units, groups);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("Group normalisation needs an epsilon above 0, not " + epsilon);
        }
        setLayerName(name);
        setNIn(units);
        setNOut(units);
        setActivationFn(new ActivationIdentity());
        this.groups = groups;
        this.epsilon = epsilon;
    }

    /** Whether a number of units can be split into a number of groups; of a group of one nothing but β would be left. */
    static boolean fits(int units, int groups) {
        return groups >= 1 && units % groups == 0 && units / groups >= 2;
    }

    private static void requireGroups(int units, int groups) {
        if (!fits(units, groups)) {
            throw new IllegalArgumentException("Group normalisation with " + groups
                    + " groups needs a multiple of that many units, at least 2 a group, not " + units);
        }
    }

    /** How many groups the units are split into. */
    public int getGroups() {
        return groups;
    }

    public void setGroups(int groups) {
        this.groups = groups;
    }

    /** What is added to the variance. */
    public double getEpsilon() {
        return epsilon;
    }

    public void setEpsilon(double epsilon) {
        this.epsilon = epsilon;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType dataType) {
        GroupNormalizationLayer layer = new GroupNormalizationLayer(conf, dataType);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        Map<String, INDArray> table = initializer().init(conf, parameters, initialise);
        layer.setParamTable(table);
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return ScaleAndShift.INSTANCE;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        long parameters = initializer().numParams(this);
        return new LayerMemoryReport.Builder(
                        getLayerName(), GroupNormalization.class, inputType, getOutputType(-1, inputType))
                .standardMemory(parameters, getIUpdater().stateSize(parameters))
                .workingMemory(0, 0, 0, 2 * getNOut())
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupNormalization norm
                && super.equals(other)
                && groups == norm.groups
                && Double.compare(epsilon, norm.epsilon) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + 17 * groups + Double.hashCode(epsilon);
    }
}
