package gradientlab.model;

import gradientlab.activations.ActivationFunction;
import java.util.Collections;
import java.util.List;

/** Changes a specification one component at a time. */
public final class MlpSpecBuilder {

    private int inputs = 784;
    private List<Integer> hidden = List.of(128);
    private int classes = 10;
    private ActivationFunction activation = ActivationFunction.TANH;
    private Initialisation initialisation = Initialisation.of(InitialisationScheme.STANDARD_NORMAL);
    private double outputScale = 1;
    private Normalisation normalisation = Normalisation.NONE;
    private NormPosition normPosition = NormPosition.BEFORE;
    private Boolean hiddenBias;
    private Optimiser optimiser = Optimiser.SGD;
    private double learningRate = 0.1;
    private long seed = 42;

    MlpSpecBuilder() {}

    MlpSpecBuilder(MlpSpec spec) {
        inputs = spec.inputs();
        hidden = spec.hidden();
        classes = spec.classes();
        activation = spec.activation();
        initialisation = spec.initialisation();
        outputScale = spec.outputScale();
        normalisation = spec.normalisation();
        normPosition = spec.normPosition();
        hiddenBias = spec.hiddenBias() == defaultHiddenBias() ? null : (Boolean) spec.hiddenBias();
        optimiser = spec.optimiser();
        learningRate = spec.learningRate();
        seed = spec.seed();
    }

    public MlpSpecBuilder inputs(int count) {
        inputs = count;
        return this;
    }

    public MlpSpecBuilder hidden(List<Integer> sizes) {
        hidden = sizes;
        return this;
    }

    /** The given number of hidden layers, all of one width. */
    public MlpSpecBuilder hidden(int depth, int width) {
        return hidden(Collections.nCopies(depth, width));
    }

    public MlpSpecBuilder classes(int count) {
        classes = count;
        return this;
    }

    public MlpSpecBuilder activation(ActivationFunction function) {
        activation = function;
        return this;
    }

    public MlpSpecBuilder initialisation(Initialisation value) {
        initialisation = value;
        return this;
    }

    /** The row without an argument. */
    public MlpSpecBuilder initialisation(InitialisationScheme scheme) {
        return initialisation(Initialisation.of(scheme));
    }

    public MlpSpecBuilder outputScale(double factor) {
        outputScale = factor;
        return this;
    }

    public MlpSpecBuilder normalisation(Normalisation value) {
        normalisation = value;
        return this;
    }

    public MlpSpecBuilder normPosition(NormPosition value) {
        normPosition = value;
        return this;
    }

    /**
     * Whether hidden layers have biases. Where this is not said, a layer with batch normalisation before its
     * nonlinearity has none: the normalisation subtracts it again. The other normalisations do not: they subtract the
     * mean over units, and the biases of units differ.
     */
    public MlpSpecBuilder hiddenBias(boolean wanted) {
        hiddenBias = wanted;
        return this;
    }

    public MlpSpecBuilder optimiser(Optimiser value) {
        optimiser = value;
        return this;
    }

    public MlpSpecBuilder learningRate(double value) {
        learningRate = value;
        return this;
    }

    public MlpSpecBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** The specification; throws {@link IllegalArgumentException} if a component breaks its rule, and names it. */
    public MlpSpec build() {
        return new MlpSpec(
                inputs,
                hidden,
                classes,
                activation,
                initialisation,
                outputScale,
                normalisation,
                normPosition,
                hiddenBias == null ? defaultHiddenBias() : hiddenBias,
                optimiser,
                learningRate,
                seed);
    }

    private boolean defaultHiddenBias() {
        return normalisation != Normalisation.BATCH || normPosition == NormPosition.AFTER;
    }
}
