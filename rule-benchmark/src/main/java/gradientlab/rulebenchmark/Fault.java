package gradientlab.rulebenchmark;

import static gradientlab.rulebenchmark.FaultClass.DEAD_UNITS;
import static gradientlab.rulebenchmark.FaultClass.EXPLODING;
import static gradientlab.rulebenchmark.FaultClass.INITIALISATION;
import static gradientlab.rulebenchmark.FaultClass.INPUT_SCALE;
import static gradientlab.rulebenchmark.FaultClass.LEARNING_RATE_TOO_HIGH;
import static gradientlab.rulebenchmark.FaultClass.LEARNING_RATE_TOO_LOW;
import static gradientlab.rulebenchmark.FaultClass.NON_FINITE;
import static gradientlab.rulebenchmark.FaultClass.NOT_LEARNING;
import static gradientlab.rulebenchmark.FaultClass.OVERCONFIDENT_START;
import static gradientlab.rulebenchmark.FaultClass.SATURATION;
import static gradientlab.rulebenchmark.FaultClass.SYMMETRY;
import static gradientlab.rulebenchmark.FaultClass.UNSTABLE;
import static gradientlab.rulebenchmark.FaultClass.VANISHING;
import static gradientlab.rulebenchmark.Injection.intoInputs;
import static gradientlab.rulebenchmark.Injection.intoParameters;
import static gradientlab.rulebenchmark.Injection.intoSpec;
import static gradientlab.rulebenchmark.Injection.nanAt;
import static gradientlab.rulebenchmark.Injection.oneStep;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The injected faults, one row each: how, whether it is there before the first step, and which names are right.
 *
 * <p>A name is right if it is the cause or the direct way in which the cause does its harm; {@link
 * FaultClass#NOT_LEARNING} is true of almost every fault and right for the one of which nothing else can be said. The
 * same names count for every set of rules.
 */
public enum Fault {
    STANDARD_NORMAL(
            "N(0, 1) weights and biases",
            true,
            Fault::plain,
            intoSpec((s, b) -> b.initialisation(InitialisationScheme.STANDARD_NORMAL)),
            EnumSet.of(INITIALISATION, OVERCONFIDENT_START, SATURATION, EXPLODING)),
    WIDE_OUTPUT(
            "output weights × 10",
            true,
            s -> s.initialisation().scheme() != InitialisationScheme.STANDARD_NORMAL_SCALED,
            intoSpec((s, b) -> b.outputScale(10)),
            EnumSet.of(INITIALISATION, OVERCONFIDENT_START, EXPLODING)),
    ZERO_WEIGHTS(
            "all weights 0",
            true,
            Fault::plain,
            intoSpec((s, b) -> b.initialisation(InitialisationScheme.ZEROS)),
            EnumSet.of(INITIALISATION, SYMMETRY, VANISHING, DEAD_UNITS)),
    EQUAL_WEIGHTS(
            "all weights 0.01",
            true,
            Fault::plain,
            intoSpec((s, b) -> b.initialisation(Initialisation.constant(0.01))),
            EnumSet.of(INITIALISATION, SYMMETRY)),
    SMALL_AT_DEPTH(
            "weights N(0, 0.01²), 3 or more hidden layers",
            true,
            Fault::plainAndDeep,
            intoSpec((s, b) -> b.initialisation(Initialisation.normal(0.01))),
            EnumSet.of(INITIALISATION, VANISHING)),
    LARGE_AT_DEPTH(
            "weights N(0, 0.5²), 3 or more hidden layers",
            true,
            Fault::plainAndDeep,
            intoSpec((s, b) -> b.initialisation(Initialisation.normal(0.5))),
            EnumSet.of(INITIALISATION, OVERCONFIDENT_START, SATURATION, EXPLODING)),
    SIGMOID_DEPTH_10(
            "ten sigmoid layers",
            true,
            Fault::plain,
            intoSpec((s, b) -> b.activation(ActivationFunction.SIGMOID)
                    .hidden(10, s.hidden().get(0))),
            EnumSet.of(INITIALISATION, VANISHING)),
    BIAS_1000(
            "biases of the first layer 1000",
            true,
            Fault::plain,
            intoParameters(bias(1e3)),
            EnumSet.of(INITIALISATION, OVERCONFIDENT_START, SATURATION, EXPLODING, DEAD_UNITS)),
    DEAD_AT_START(
            "biases of a first ReLU layer −10",
            true,
            Fault::plainRectifier,
            intoParameters(bias(-10)),
            EnumSet.of(INITIALISATION, DEAD_UNITS, VANISHING)),
    UNSCALED_INPUT(
            "pixels 0 to 255", false, Fault::plain, intoInputs(255), EnumSet.of(INPUT_SCALE, SATURATION, EXPLODING)),
    RATE_TIMES_100(
            "learning rate × 100",
            false,
            s -> true,
            intoSpec((s, b) -> b.learningRate(100 * s.learningRate())),
            EnumSet.of(LEARNING_RATE_TOO_HIGH, EXPLODING, NON_FINITE, UNSTABLE)),
    RATE_OVER_10000(
            "learning rate × 0.0001",
            false,
            s -> true,
            intoSpec((s, b) -> b.learningRate(1e-4 * s.learningRate())),
            EnumSet.of(LEARNING_RATE_TOO_LOW, NOT_LEARNING)),
    DEAD_BY_ONE_STEP(
            "ReLU, one step at learning rate 50",
            false,
            Fault::plainRectifier,
            oneStep(45, 50),
            EnumSet.of(DEAD_UNITS, LEARNING_RATE_TOO_HIGH)),
    SATURATED_BY_ONE_STEP(
            "tanh or sigmoid, one step at learning rate 100",
            false,
            Fault::plainBounded,
            oneStep(45, 100),
            EnumSet.of(SATURATION, DEAD_UNITS, LEARNING_RATE_TOO_HIGH)),
    NAN_IN_ONE_BATCH("one NaN pixel in one batch", false, s -> true, nanAt(35), EnumSet.of(NON_FINITE));

    private final String label;
    private final boolean ofInitialisation;
    private final Predicate<MlpSpec> applies;
    private final Injection injection;
    private final Set<FaultClass> names;

    Fault(
            String label,
            boolean ofInitialisation,
            Predicate<MlpSpec> applies,
            Injection injection,
            Set<FaultClass> names) {
        this.label = label;
        this.ofInitialisation = ofInitialisation;
        this.applies = applies;
        this.injection = injection;
        this.names = Set.copyOf(names);
    }

    /** What is done, in a few words. */
    public String label() {
        return label;
    }

    /** Whether the parameters are at fault before the first step, so that it can and has to be named there. */
    public boolean ofInitialisation() {
        return ofInitialisation;
    }

    /** Whether the fault can be put into this healthy network; batch norm would heal most. */
    public boolean appliesTo(MlpSpec healthy) {
        return applies.test(healthy);
    }

    /** How it is done. */
    public Injection injection() {
        return injection;
    }

    /** The names that are right. */
    public Set<FaultClass> names() {
        return names;
    }

    @Override
    public String toString() {
        return label;
    }

    private static boolean plain(MlpSpec spec) {
        return spec.normalisation() == Normalisation.NONE;
    }

    private static boolean plainAndDeep(MlpSpec spec) {
        return plain(spec) && spec.hidden().size() >= 3;
    }

    private static boolean plainRectifier(MlpSpec spec) {
        return plain(spec) && spec.activation() == ActivationFunction.RELU;
    }

    private static boolean plainBounded(MlpSpec spec) {
        ActivationFunction f = spec.activation();
        return plain(spec) && (f == ActivationFunction.TANH || f == ActivationFunction.SIGMOID);
    }

    private static Consumer<MultiLayerNetwork> bias(double value) {
        return network -> network.getLayer(0).getParam("b").assign(value);
    }
}
