package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Holds the gradients of the layers of our own against central differences, in double precision. */
class GradientCheckTest {

    private static final int EXAMPLES = 7;
    private static final double STEP = 1e-5;

    /**
     * Of the differences, relative above 1: rounding, 1e-16 / step, and the third derivative times step², up to 4e-7
     * behind a group norm whose few values lie close together.
     */
    private static final double TOLERANCE = 1e-6;

    /** DL4J writes what changes the running statistics where other layers have gradients. */
    private static final List<String> RUNNING_STATISTICS = List.of("mean", "log10stdev");

    /**
     * Dense and output layers with drawn biases and the loss are in all of them, every smooth nonlinearity and every
     * normalisation, before and after the nonlinearity, in some; two hidden layers, so that what a layer hands down is
     * checked as well.
     */
    private static Stream<Arguments> networks() {
        Stream<Arguments> activations = HiddenActivations.ALL.stream()
                .filter(f -> f.derivative(-1e-12) == f.derivative(1e-12)
                        || Math.abs(f.derivative(-1e-12) - f.derivative(1e-12)) < 1e-9)
                .map(f -> Arguments.of(f, Normalisation.NONE, NormPosition.BEFORE));
        Stream<Arguments> norms = Stream.of(Normalisation.values())
                .filter(norm -> norm != Normalisation.NONE)
                .flatMap(norm -> Stream.of(NormPosition.values())
                        .map(place -> Arguments.of(ActivationFunction.GELU, norm, place)));
        return Stream.concat(activations, norms);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyGradientIsTheSlopeOfTheLoss(ActivationFunction activation, Normalisation norm, NormPosition place) {
        MultiLayerNetwork network = network(activation, norm, place);
        DataSet batch = batch();
        network.setInput(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.computeGradientAndScore();
        INDArray gradient = network.getGradientsViewArray().dup().divi(EXAMPLES);
        int at = 0;
        for (String name : network.paramTable().keySet()) {
            long length = network.getParam(name).length();
            boolean learnt = !RUNNING_STATISTICS.contains(name.substring(name.indexOf('_') + 1));
            for (long i = 0; learnt && i < length; i++) {
                double slope = slope(network, at + i, batch);
                assertThat(gradient.getDouble(at + i))
                        .as("%s, element %d", name, i)
                        .isCloseTo(slope, within(TOLERANCE * Math.max(1, Math.abs(slope))));
            }
            at += (int) length;
        }
        assertThat((long) at).isEqualTo(network.numParams());
        assertThat(gradient.norm2Number().doubleValue()).isGreaterThan(0.1);
    }

    private static double slope(MultiLayerNetwork network, long parameter, DataSet batch) {
        INDArray flat = network.params();
        double value = flat.getDouble(parameter);
        flat.putScalar(parameter, value + STEP);
        double above = network.score(batch, true);
        flat.putScalar(parameter, value - STEP);
        double below = network.score(batch, true);
        flat.putScalar(parameter, value);
        return (above - below) / (2 * STEP);
    }

    private static MultiLayerNetwork network(ActivationFunction activation, Normalisation norm, NormPosition place) {
        MultiLayerConfiguration configuration = MlpSpec.lecture()
                .inputs(5)
                .hidden(2, 24)
                .classes(3)
                .activation(activation)
                .initialisation(InitialisationScheme.TORCH_LINEAR)
                .outputScale(3)
                .normalisation(norm)
                .normPosition(place)
                .hiddenBias(true)
                .build()
                .toConfiguration();
        configuration.setDataType(DataType.DOUBLE);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        shakeScalesAndShifts(network);
        return network;
    }

    /** γ = 1 and β = 0 would hide a factor that is missing. */
    private static void shakeScalesAndShifts(MultiLayerNetwork network) {
        Random random = new Random(5);
        network.paramTable().forEach((name, values) -> {
            if (name.endsWith("_gamma") || name.endsWith("_beta")) {
                for (int i = 0; i < values.length(); i++) {
                    values.putScalar(i, values.getDouble(i) + random.nextGaussian() / 2);
                }
            }
        });
    }

    private static DataSet batch() {
        Random random = new Random(3);
        INDArray features = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 5);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 3);
        for (int i = 0; i < EXAMPLES; i++) {
            for (int j = 0; j < 5; j++) {
                features.putScalar(i, j, random.nextGaussian());
            }
            labels.putScalar(i, random.nextInt(3), 1);
        }
        return new DataSet(features, labels);
    }
}
