package gradientlab.model;

import gradientlab.activations.ActivationFunction;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.weights.WeightInitConstant;

/**
 * The DL4J layers of a specification, for a chain or a graph of them.
 *
 * <p>A hidden layer becomes two or three DL4J layers, so that pre-activation and activation are both activations that
 * DL4J hands out: {@code hidden-1} (dense, identity), {@code norm-1} where there is one, {@code tanh-1}.
 */
record MlpLayers(MlpSpec spec) {

    static final String OUTPUT = "output";

    /** PyTorch's and the lecture's running statistics: 0.9 of the old value, 0.1 of the batch's. */
    private static final double RUNNING_DECAY = 0.9;

    /** PyTorch's for its batch, layer and group norms. */
    static final double NORM_EPSILON = 1e-5;

    NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(spec.seed())
                .updater(spec.optimiser().updater(spec.learningRate()));
    }

    int depth() {
        return spec.hidden().size();
    }

    boolean normalised(NormPosition place) {
        return spec.normalisation() != Normalisation.NONE && spec.normPosition() == place;
    }

    static String affineName(int number) {
        return "hidden-" + number;
    }

    static String normName(int number) {
        return "norm-" + number;
    }

    String nonlinearityName(int number) {
        return spec.activation().label() + "-" + number;
    }

    private int units(int number) {
        return spec.hidden().get(number - 1);
    }

    private int fanIn(int number) {
        return number == 1 ? spec.inputs() : units(number - 1);
    }

    /** The affine map of hidden layer {@code number}, counted from 1, its drawn weights and biases times a factor. */
    Layer affine(int number, double factor) {
        int fanIn = fanIn(number);
        int units = units(number);
        double gain = spec.activation().gain();
        Initialisation how = spec.initialisation();
        DrawnParameters parameters = parameters(
                number,
                how.hiddenWeights().distribution(),
                how.hiddenWeights().amount(fanIn, units, gain) * factor,
                how.hiddenBias().distribution(),
                how.hiddenBias().amount(fanIn, units, gain) * factor);
        return new DrawnDenseLayer(affineName(number), fanIn, units, spec.hiddenBias(), parameters);
    }

    /**
     * The output layer, its drawn weights and biases times a factor. It has no nonlinearity that a gain would make up
     * for: gain 1, times the output scale.
     */
    Layer output(double factor) {
        int fanIn = units(depth());
        Initialisation how = spec.initialisation();
        DrawnParameters parameters = parameters(
                depth() + 1,
                how.outputWeights().distribution(),
                how.outputWeights().amount(fanIn, spec.classes(), 1) * spec.outputScale() * factor,
                how.outputBias().distribution(),
                how.outputBias().amount(fanIn, spec.classes(), 1) * factor);
        return new DrawnOutputLayer(OUTPUT, fanIn, spec.classes(), parameters);
    }

    private DrawnParameters parameters(
            int layer, WeightDistribution w, double wAmount, WeightDistribution b, double bAmount) {
        return new DrawnParameters(
                new ParameterDraw(w, wAmount, SeedMix.of(spec.seed(), 2 * layer)),
                new ParameterDraw(b, bAmount, SeedMix.of(spec.seed(), 2 * layer + 1)));
    }

    Layer norm(int number) {
        int units = units(number);
        if (spec.normalisation() != Normalisation.BATCH) {
            return new GroupNormalization(
                    normName(number), units, spec.normalisation().groups(), NORM_EPSILON);
        }
        return new BatchNormalization.Builder()
                .name(normName(number))
                .nIn(units)
                .nOut(units)
                .decay(RUNNING_DECAY)
                .eps(NORM_EPSILON)
                .build();
    }

    Layer nonlinearity(int number) {
        if (!HiddenActivations.isLearnt(spec.activation())) {
            return new ActivationLayer.Builder()
                    .name(nonlinearityName(number))
                    .activation(HiddenActivations.dl4j(spec.activation()))
                    .build();
        }
        return new PReLULayer.Builder()
                .name(nonlinearityName(number))
                .inputShape(units(number))
                .weightInit(new WeightInitConstant(-ActivationFunction.PRELU.value(-1)))
                .build();
    }
}
