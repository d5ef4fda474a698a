package gradientlab.model;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.weights.WeightInitConstant;

/**
 * Turns a specification into DL4J's configuration.
 *
 * <p>A hidden layer becomes two or three DL4J layers, so that pre-activation and activation are both activations that
 * DL4J hands out: {@code hidden-1} (dense, identity), {@code norm-1} where there is one, {@code tanh-1}.
 */
final class MlpConfiguration {

    /** PyTorch's and the lecture's running statistics: 0.9 of the old value, 0.1 of the batch's. */
    private static final double RUNNING_DECAY = 0.9;

    /** PyTorch's for its batch, layer and group norms. */
    private static final double NORM_EPSILON = 1e-5;

    private final MlpSpec spec;
    private final NeuralNetConfiguration.ListBuilder layers;

    private MlpConfiguration(MlpSpec spec) {
        this.spec = spec;
        this.layers = new NeuralNetConfiguration.Builder()
                .seed(spec.seed())
                .updater(spec.optimiser().updater(spec.learningRate()))
                .list();
    }

    static MultiLayerConfiguration of(MlpSpec spec) {
        return new MlpConfiguration(spec).build();
    }

    private MultiLayerConfiguration build() {
        int fanIn = spec.inputs();
        for (int number = 1; number <= spec.hidden().size(); number++) {
            int units = spec.hidden().get(number - 1);
            addHidden(number, fanIn, units);
            fanIn = units;
        }
        layers.layer(new DrawnOutputLayer("output", fanIn, spec.classes(), outputParameters(fanIn)));
        return layers.build();
    }

    private void addHidden(int number, int fanIn, int units) {
        DrawnParameters parameters = hiddenParameters(number, fanIn, units);
        layers.layer(new DrawnDenseLayer("hidden-" + number, fanIn, units, spec.hiddenBias(), parameters));
        boolean normalised = spec.normalisation() != Normalisation.NONE;
        if (normalised && spec.normPlace() == NormPlace.BEFORE) {
            layers.layer(norm("norm-" + number, units));
        }
        layers.layer(nonlinearity(number, units));
        if (normalised && spec.normPlace() == NormPlace.AFTER) {
            layers.layer(norm("norm-" + number, units));
        }
    }

    private DrawnParameters hiddenParameters(int number, int fanIn, int units) {
        double gain = spec.activation().gain();
        Initialisation how = spec.initialisation();
        return parameters(
                number,
                how.hiddenWeights().distribution(),
                how.hiddenWeights().amount(fanIn, units, gain),
                how.hiddenBias().distribution(),
                how.hiddenBias().amount(fanIn, units, gain));
    }

    /** The output layer has no nonlinearity that a gain would make up for: gain 1, times the output gain. */
    private DrawnParameters outputParameters(int fanIn) {
        Initialisation how = spec.initialisation();
        return parameters(
                spec.hidden().size() + 1,
                how.outputWeights().distribution(),
                how.outputWeights().amount(fanIn, spec.classes(), 1) * spec.outputGain(),
                how.outputBias().distribution(),
                how.outputBias().amount(fanIn, spec.classes(), 1));
    }

    private DrawnParameters parameters(int layer, Distribution w, double wAmount, Distribution b, double bAmount) {
        return new DrawnParameters(
                new ParameterDraw(w, wAmount, SeedMix.of(spec.seed(), 2 * layer)),
                new ParameterDraw(b, bAmount, SeedMix.of(spec.seed(), 2 * layer + 1)));
    }

    private Layer norm(String name, int units) {
        if (spec.normalisation() != Normalisation.BATCH) {
            return new GroupNormalization(name, units, spec.normalisation().groups(), NORM_EPSILON);
        }
        return new BatchNormalization.Builder()
                .name(name)
                .nIn(units)
                .nOut(units)
                .decay(RUNNING_DECAY)
                .eps(NORM_EPSILON)
                .build();
    }

    private Layer nonlinearity(int number, int units) {
        String name = spec.activation().label() + "-" + number;
        if (!spec.activation().isLearnt()) {
            return new ActivationLayer.Builder()
                    .name(name)
                    .activation(spec.activation().dl4j())
                    .build();
        }
        return new PReLULayer.Builder()
                .name(name)
                .inputShape(units)
                .weightInit(new WeightInitConstant(Scalars.PRELU_START))
                .build();
    }
}
