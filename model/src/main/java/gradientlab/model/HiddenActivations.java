package gradientlab.model;

import gradientlab.activations.ActivationFunction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The rows of {@link ActivationFunction} that hidden layers of a specification can have, and DL4J's implementations. */
public final class HiddenActivations {

    private static final Map<ActivationFunction, Supplier<IActivation>> DL4J = new EnumMap<>(Map.ofEntries(
            Map.entry(ActivationFunction.IDENTITY, ActivationIdentity::new),
            Map.entry(ActivationFunction.SIGMOID, ActivationSigmoid::new),
            Map.entry(ActivationFunction.TANH, ActivationTanH::new),
            Map.entry(ActivationFunction.RELU, ActivationReLU::new),
            Map.entry(
                    ActivationFunction.LEAKY_RELU, () -> new ActivationLReLU(-ActivationFunction.LEAKY_RELU.value(-1))),
            Map.entry(ActivationFunction.ELU, ActivationELU::new),
            Map.entry(ActivationFunction.SELU, ActivationSELU::new),
            Map.entry(ActivationFunction.GELU, ActivationExactGelu::new),
            Map.entry(ActivationFunction.SOFTPLUS, ActivationSoftPlus::new),
            Map.entry(ActivationFunction.SOFTSIGN, ActivationSoftSign::new),
            Map.entry(ActivationFunction.SWISH, ActivationSwish::new)));

    /** All of them, in the order of the table. */
    public static final List<ActivationFunction> ALL = List.of(ActivationFunction.values()).stream()
            .filter(row -> DL4J.containsKey(row) || isLearnt(row))
            .toList();

    private static final int MOST_OF_PRELU = 64;

    private HiddenActivations() {}

    /**
     * The function with the given label.
     *
     * @throws IllegalArgumentException if there is none; the message lists the labels there are
     */
    public static ActivationFunction parse(String label) {
        return ALL.stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Unknown activation '" + label + "': use one of " + labels()));
    }

    /** The labels of all of them, separated by commas. */
    static String labels() {
        return ALL.stream().map(ActivationFunction::label).collect(Collectors.joining(", "));
    }

    /** The function that DL4J's implementation computes; empty for one that is none of these or has other settings. */
    public static Optional<ActivationFunction> of(IActivation activation) {
        return ALL.stream()
                .filter(row -> !isLearnt(row) && dl4j(row).equals(activation))
                .findFirst();
    }

    /** Whether the function has parameters that are learnt, and so is a DL4J layer of its own. */
    static boolean isLearnt(ActivationFunction function) {
        return function == ActivationFunction.PRELU;
    }

    /**
     * How many examples DL4J takes back through the function at a time.
     *
     * <p>DL4J 1.0.0-M2.1 refuses a PReLU whose batch has more than 64 values for each of its parameters (2 · SD_MAX_RANK, in
     * prelu_bp). The direct engine knows no such limit.
     */
    public static int mostExamplesOfDl4j(ActivationFunction function) {
        return isLearnt(function) ? MOST_OF_PRELU : Integer.MAX_VALUE;
    }

    /** DL4J's implementation; a new object each time, since DL4J's configurations own theirs. */
    static IActivation dl4j(ActivationFunction function) {
        return DL4J.get(function).get();
    }
}
