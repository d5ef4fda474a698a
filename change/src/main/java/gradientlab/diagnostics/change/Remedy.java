package gradientlab.diagnostics.change;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Statistics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One change that a finding proposes, with its numbers: a value that a program can apply.
 *
 * @param kind what is changed
 * @param layer the layer, vertex or network input to change; empty when it is about the whole network or training
 * @param numbers by the names that {@link Kind#numbers()} lists; a number that is not known is left out
 * @param activation the nonlinearity to use, of {@link Kind#CHANGE_ACTIVATION} and {@link Kind#CHANGE_OUTPUT}; otherwise
 *     empty
 * @param likewise the same kind of change in other layers, each with numbers of its own; empty where it is about one alone
 */
public record Remedy(Kind kind, String layer, Map<String, Double> numbers, String activation, List<Remedy> likewise) {

    /** What a remedy changes, and which numbers it has. */
    public enum Kind {
        /** Draw the weights of the layer with standard deviation {@code std} instead of {@code from}, bias 0. */
        SCALE_WEIGHTS("std", "from"),
        /** Draw the weights of the layer at random with standard deviation {@code std}, each unit its own. */
        BREAK_SYMMETRY("std"),
        /** Draw the recurrent weights of the layer with standard deviation {@code std} instead of {@code from}. */
        SCALE_RECURRENT_WEIGHTS("std", "from"),
        /** Start the bias of the forget gates of the layer at {@code bias}. */
        SET_FORGET_BIAS("bias"),
        /** Multiply the learning rate by {@code factor}. */
        MULTIPLY_LEARNING_RATE("factor"),
        /** Subtract {@code mean} from the features of the input and divide them by {@code std}. */
        SCALE_INPUT("mean", "std"),
        /** Subtract from every column of the input its mean and divide it by its standard deviation. */
        SCALE_COLUMNS,
        /** Put a normalisation between the weights and the nonlinearity of the layer. */
        ADD_NORMALISATION,
        /** Build the layer without a bias. */
        DROP_BIAS,
        /** Start the bias of the layer at 0, where its root mean square is {@code from}. */
        ZERO_BIAS("from"),
        /** Use another nonlinearity in or after the layer. */
        CHANGE_ACTIVATION,
        /** Use batches of {@code examples} or more. */
        ENLARGE_BATCH("examples"),
        /** Let the running statistics of the layer follow faster: {@code decay} is the share kept in each update. */
        LOWER_DECAY("decay"),
        /** Give the output layer {@code activation}, or the loss function that fits it. */
        CHANGE_OUTPUT,
        /** Subtract the mean of the targets and divide them by their standard deviation {@code std}. */
        SCALE_TARGETS("std"),
        /** Raise the learning rate from almost 0 over the first {@code iterations} updates. */
        WARM_UP("iterations"),
        /** Multiply the strength of the regularisation by {@code factor}; of dropout, keep {@code kept} of the values. */
        REGULARISE_LESS("factor", "kept"),
        /** End the training at {@code iteration}, where held-out examples have their lowest loss. */
        STOP_EARLY("iteration"),
        /** Clip the gradient less, or not at all. */
        CLIP_LESS,
        /** Let the layer learn. */
        UNFREEZE,
        /** Look at the data: values or labels are wrong. */
        CHECK_DATA,
        /** Nothing that a program could apply. */
        OTHER;

        private final List<String> numbers;

        Kind(String... numbers) {
            this.numbers = List.of(numbers);
        }

        /** The names of its numbers. */
        public List<String> numbers() {
            return numbers;
        }
    }

    /** A tenth of the learning rate. */
    public static final Remedy LOWER_LEARNING_RATE = multiplyLearningRate(0.1);

    /** Ten times the learning rate. */
    public static final Remedy RAISE_LEARNING_RATE = multiplyLearningRate(10);

    /** Look at the data. */
    public static final Remedy CHECK_DATA = new Remedy(Kind.CHECK_DATA, "", Map.of(), "", List.of());

    /** Nothing that a program could apply. */
    public static final Remedy OTHER = new Remedy(Kind.OTHER, "", Map.of(), "", List.of());

    /** Sorts the numbers by name; throws {@link IllegalArgumentException} for one that its kind does not have. */
    public Remedy {
        likewise = likewise == null ? List.of() : List.copyOf(likewise);
        layer = layer == null ? "" : layer;
        activation = activation == null ? "" : activation;
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers == null ? Map.of() : numbers));
        for (String name : numbers.keySet()) {
            if (!kind.numbers().contains(name)) {
                throw new IllegalArgumentException("A remedy " + kind + " has the numbers " + kind.numbers()
                        + ", but \"" + name + "\" was given.");
            }
        }
    }

    /**
     * The remedy of a name that findings were stored with before they had numbers, such as SHRINK_OUTPUT, and of the name
     * of a {@link Kind}.
     *
     * <p>Throws {@link IllegalArgumentException} for any other name.
     */
    public static Remedy valueOf(String name) {
        return switch (name) {
            case "LOWER_LEARNING_RATE" -> LOWER_LEARNING_RATE;
            case "RAISE_LEARNING_RATE" -> RAISE_LEARNING_RATE;
            case "SHRINK_OUTPUT", "SCALE_HIDDEN_WEIGHTS" -> new Remedy(Kind.SCALE_WEIGHTS, "", Map.of(), "", List.of());
            default -> new Remedy(Kind.valueOf(name), "", Map.of(), "", List.of());
        };
    }

    /** {@link Kind#SCALE_WEIGHTS}; either number may be NaN. */
    public static Remedy scaleWeights(String layer, double std, double from) {
        return new Remedy(Kind.SCALE_WEIGHTS, layer, Map.of("std", std, "from", from), "", List.of());
    }

    /** {@link Kind#BREAK_SYMMETRY}; the number may be NaN. */
    public static Remedy breakSymmetry(String layer, double std) {
        return new Remedy(Kind.BREAK_SYMMETRY, layer, Map.of("std", std), "", List.of());
    }

    /** {@link Kind#SCALE_RECURRENT_WEIGHTS}; the second number may be NaN. */
    public static Remedy scaleRecurrentWeights(String layer, double std, double from) {
        return new Remedy(Kind.SCALE_RECURRENT_WEIGHTS, layer, Map.of("std", std, "from", from), "", List.of());
    }

    /** {@link Kind#SET_FORGET_BIAS}. */
    public static Remedy setForgetBias(String layer, double bias) {
        return new Remedy(Kind.SET_FORGET_BIAS, layer, Map.of("bias", bias), "", List.of());
    }

    /** {@link Kind#MULTIPLY_LEARNING_RATE}. */
    public static Remedy multiplyLearningRate(double factor) {
        return new Remedy(Kind.MULTIPLY_LEARNING_RATE, "", Map.of("factor", factor), "", List.of());
    }

    /** {@link Kind#SCALE_INPUT} with the mean and the standard deviation over all features of an input. */
    public static Remedy scaleInput(String input, Statistics features) {
        return new Remedy(
                Kind.SCALE_INPUT, input, Map.of("mean", features.mean(), "std", features.std()), "", List.of());
    }

    /** {@link Kind#SCALE_COLUMNS}. */
    public static Remedy scaleColumns(String input) {
        return new Remedy(Kind.SCALE_COLUMNS, input, Map.of(), "", List.of());
    }

    /** {@link Kind#ADD_NORMALISATION}. */
    public static Remedy addNormalisation(String layer) {
        return new Remedy(Kind.ADD_NORMALISATION, layer, Map.of(), "", List.of());
    }

    /** {@link Kind#DROP_BIAS}. */
    public static Remedy dropBias(String layer) {
        return new Remedy(Kind.DROP_BIAS, layer, Map.of(), "", List.of());
    }

    /** {@link Kind#ZERO_BIAS}. */
    public static Remedy zeroBias(String layer, double from) {
        return new Remedy(Kind.ZERO_BIAS, layer, Map.of("from", from), "", List.of());
    }

    /** {@link Kind#CHANGE_ACTIVATION}. */
    public static Remedy changeActivation(String layer, ActivationFunction to) {
        return new Remedy(Kind.CHANGE_ACTIVATION, layer, Map.of(), to.name(), List.of());
    }

    /** {@link Kind#CHANGE_OUTPUT}. */
    public static Remedy changeOutput(String layer, ActivationFunction to) {
        return new Remedy(Kind.CHANGE_OUTPUT, layer, Map.of(), to.name(), List.of());
    }

    /** {@link Kind#SCALE_TARGETS}. */
    public static Remedy scaleTargets(String output, double std) {
        return new Remedy(Kind.SCALE_TARGETS, output, Map.of("std", std), "", List.of());
    }

    /** {@link Kind#WARM_UP} over as many updates as Adam's averages of squares need to settle: 2 / (1 − 0.99). */
    public static Remedy warmUp() {
        return new Remedy(Kind.WARM_UP, "", Map.of("iterations", 200.0), "", List.of());
    }

    /** {@link Kind#REGULARISE_LESS} by a factor. */
    public static Remedy regulariseLess(double factor) {
        return new Remedy(Kind.REGULARISE_LESS, "", Map.of("factor", factor), "", List.of());
    }

    /** {@link Kind#REGULARISE_LESS} of the dropout of a layer. */
    public static Remedy keep(String layer, double kept) {
        return new Remedy(Kind.REGULARISE_LESS, layer, Map.of("kept", kept), "", List.of());
    }

    /** {@link Kind#STOP_EARLY}. */
    public static Remedy stopEarly(int iteration) {
        return new Remedy(Kind.STOP_EARLY, "", Map.of("iteration", (double) iteration), "", List.of());
    }

    /** {@link Kind#CLIP_LESS}. */
    public static Remedy clipLess(String layer) {
        return new Remedy(Kind.CLIP_LESS, layer, Map.of(), "", List.of());
    }

    /** {@link Kind#UNFREEZE}. */
    public static Remedy unfreeze(String layer) {
        return new Remedy(Kind.UNFREEZE, layer, Map.of(), "", List.of());
    }

    /** {@link Kind#ENLARGE_BATCH}. */
    public static Remedy enlargeBatch(int examples) {
        return new Remedy(Kind.ENLARGE_BATCH, "", Map.of("examples", (double) examples), "", List.of());
    }

    /** {@link Kind#LOWER_DECAY}. */
    public static Remedy lowerDecay(String layer, double decay) {
        return new Remedy(Kind.LOWER_DECAY, layer, Map.of("decay", decay), "", List.of());
    }

    /** The same change, with the changes of other layers instead of those that it has. */
    public Remedy with(List<Remedy> others) {
        return new Remedy(kind, layer, numbers, activation, others);
    }

    /** Every layer's change: this one, then those of the other layers. */
    public List<Remedy> all() {
        return Stream.concat(Stream.of(with(List.of())), likewise.stream()).toList();
    }

    /** One of the numbers; NaN when it is not known. */
    public double number(String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }
}
