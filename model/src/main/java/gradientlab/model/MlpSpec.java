package gradientlab.model;

import gradientlab.activations.ActivationFunction;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Everything that decides what a multilayer perceptron is before its first step.
 *
 * <p>Each hidden layer is an affine map, the normalisation if there is one, and the nonlinearity; the output layer is an
 * affine map and the softmax, with the cross entropy as loss ({@link LossSoftmaxCrossEntropy}). The same specification
 * gives the same parameters bit for bit.
 *
 * @param inputs the number of inputs, 784 for MNIST
 * @param hidden the sizes of the hidden layers from the input on, at least one
 * @param classes the number of classes, at least 2
 * @param activation the nonlinearity of the hidden layers
 * @param initialisation how weights and biases are drawn
 * @param outputScale by how much the weights of the output layer are multiplied; finite
 * @param normalisation the normalisation of the hidden layers
 * @param normPosition where it stands; without normalisation it says nothing
 * @param hiddenBias whether the affine maps of the hidden layers have biases
 * @param optimiser the update rule
 * @param learningRate its step size, above 0
 * @param seed decides every drawn parameter
 */
public record MlpSpec(
        int inputs,
        List<Integer> hidden,
        int classes,
        ActivationFunction activation,
        Initialisation initialisation,
        double outputScale,
        Normalisation normalisation,
        NormPosition normPosition,
        boolean hiddenBias,
        Optimiser optimiser,
        double learningRate,
        long seed) {

    /** @throws IllegalArgumentException naming the component, the rule and the value */
    public MlpSpec {
        require(inputs >= 1, "inputs", "at least 1", inputs);
        hidden = List.copyOf(hidden);
        // Each size once: of a thousand layers, a sentence that names them all could not be read.
        List<Integer> sizes = hidden.stream().distinct().toList();
        require(!hidden.isEmpty(), "hidden", "at least one layer", sizes);
        require(sizes.stream().allMatch(size -> size >= 1), "hidden", "sizes of at least 1", sizes);
        require(classes >= 2, "classes", "at least 2", classes);
        requireGiven(activation, "activation");
        require(
                HiddenActivations.ALL.contains(activation),
                "activation",
                "one of " + HiddenActivations.labels(),
                activation);
        requireGiven(initialisation, "initialisation");
        require(Double.isFinite(outputScale), "outputScale", "a finite number", outputScale);
        requireGiven(normalisation, "normalisation");
        require(
                sizes.stream().allMatch(normalisation::fits),
                "hidden",
                "sizes that " + normalisation + " normalisation can split into " + normalisation.groups()
                        + " groups of 2 units or more",
                sizes);
        requireGiven(normPosition, "normPosition");
        requireGiven(optimiser, "optimiser");
        boolean step = learningRate > 0 && Double.isFinite(learningRate);
        require(step, "learningRate", "a finite number above 0", learningRate);
    }

    /** The lecture's net, 784-128-10 with tanh, SGD at 0.1 and N(0, 1) everywhere, to be changed by the builder. */
    public static MlpSpecBuilder lecture() {
        return new MlpSpecBuilder();
    }

    /** A builder that starts from this specification. */
    public MlpSpecBuilder but() {
        return new MlpSpecBuilder(this);
    }

    /**
     * The DL4J configuration: {@code new MultiLayerNetwork(configuration)} and {@code init()} give the network, but for
     * initialisations that need data.
     */
    public MultiLayerConfiguration toConfiguration() {
        return MlpConfiguration.of(this);
    }

    /**
     * A new network with the parameters of this specification.
     *
     * @throws IllegalStateException if the initialisation needs data
     */
    public MultiLayerNetwork toNetwork() {
        requireNoData();
        return drawn();
    }

    /**
     * A new network with the parameters of this specification, for which the initialisations that need data
     * ({@link InitialisationScheme#needsData}) look at a batch.
     *
     * @param features the batch [examples, inputs]; the other initialisations do not look at it
     * @throws IllegalArgumentException if the initialisation needs data and cannot work with these
     */
    public MultiLayerNetwork toNetwork(INDArray features) {
        MultiLayerNetwork network = drawn();
        if (initialisation.scheme().needsData()) {
            Lsuv.scale(network, features);
        }
        return network;
    }

    private MultiLayerNetwork drawn() {
        MultiLayerNetwork network = new MultiLayerNetwork(toConfiguration());
        network.init();
        return network;
    }

    void requireNoData() {
        if (initialisation.scheme().needsData()) {
            throw new IllegalStateException(
                    "Initialisation " + initialisation + " needs a batch to look at: use toNetwork(features)");
        }
    }

    private static void require(boolean holds, String component, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("MlpSpec." + component + " must be " + rule + ", not " + value);
        }
    }

    private static void requireGiven(Object value, String component) {
        require(value != null, component, "given", null);
    }
}
