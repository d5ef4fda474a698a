package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.HiddenActivations;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The direct engine against {@code MultiLayerNetwork.fit}, 50 steps.
 *
 * <p>By default every activation under every normalisation with every optimiser, the initialisations taking turns so that
 * each meets every activation, normalisation and optimiser. With {@code -Dgradientlab.everyCombination=true} each of
 * them in turn: several minutes, nearly all of them DL4J's.
 */
@Execution(ExecutionMode.CONCURRENT)
class EveryCombinationTest {

    private static final double TOLERANCE = 1e-6;

    /** One rounding error of float32, relative. */
    private static final double ROUNDING = 6e-8;

    /**
     * A net on the edge (a parameter whose gradient is nothing but rounding errors under Adam, a unit at the kink of
     * ReLU) carries one rounding error far. Where 1e-6 is missed, the engines may differ by this many times what two DL4J
     * runs differ by whose parameters start one rounding error apart.
     */
    static final double TIMES_A_ROUNDING_ERROR = 20;

    /** Units of four to a group: of two, nothing but a sign would be left. */
    private static final int GROUPED = 32;

    private static final int STEPS = 50;

    static Stream<MlpSpec> specifications() {
        boolean all = Boolean.getBoolean("gradientlab.everyCombination");
        int initialisations = InitialisationScheme.values().length;
        List<MlpSpec> specs = new ArrayList<>();
        for (ActivationFunction activation : HiddenActivations.ALL) {
            for (MlpSpecBuilder norm : normalisations()) {
                for (Optimiser optimiser : Optimiser.values()) {
                    norm.activation(activation).optimiser(optimiser).learningRate(rate(optimiser));
                    int turn = specs.size() % initialisations;
                    IntStream.range(all ? 0 : turn, all ? initialisations : turn + 1)
                            .mapToObj(i -> initialisation(InitialisationScheme.values()[i]))
                            .forEach(initialisation -> specs.add(
                                    norm.initialisation(initialisation).build()));
                }
            }
        }
        return specs.stream();
    }

    private static List<MlpSpecBuilder> normalisations() {
        return List.of(
                small(),
                small().normalisation(Normalisation.BATCH).normPosition(NormPosition.BEFORE),
                small().normalisation(Normalisation.BATCH).normPosition(NormPosition.AFTER),
                small().hidden(List.of(GROUPED))
                        .normalisation(Normalisation.LAYER)
                        .normPosition(NormPosition.BEFORE),
                small().hidden(List.of(GROUPED))
                        .normalisation(Normalisation.GROUP)
                        .normPosition(NormPosition.AFTER));
    }

    private static MlpSpecBuilder small() {
        return MlpSpec.lecture().inputs(Batches.INPUTS).hidden(List.of(5)).classes(Batches.CLASSES);
    }

    private static Initialisation initialisation(InitialisationScheme scheme) {
        return switch (scheme) {
            case NORMAL -> Initialisation.normal(0.3);
            case CONSTANT -> Initialisation.constant(0.2);
            case SCALED -> Initialisation.scaled(0.8, 0.1);
            default -> Initialisation.of(scheme);
        };
    }

    private static double rate(Optimiser optimiser) {
        return switch (optimiser) {
            case SGD -> 0.1;
            case NESTEROV -> 0.02;
            case RMSPROP, ADAM -> 0.002;
        };
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void fiftyStepsEndWhereThoseOfDl4jEnd(MlpSpec spec) {
        MultiLayerNetwork stock = trained(spec, Engine.DL4J, 0);
        MultiLayerNetwork direct = trained(spec, Engine.DIRECT, 0);
        double distance = distance(stock, direct);
        if (!(distance <= TOLERANCE)) {
            // One that goes as far is enough: the others would take most of the test's time.
            assertThat(IntStream.rangeClosed(1, 6)
                            .mapToDouble(seed -> distance(stock, trained(spec, Engine.DL4J, seed)))
                            .peek(rounding -> assertThat(rounding).isNotNaN())
                            .anyMatch(rounding -> distance <= TIMES_A_ROUNDING_ERROR * rounding))
                    .as("%s apart, and no rounding error carries so far", distance)
                    .isTrue();
        }
        assertThat(direct.getIterationCount()).isEqualTo(stock.getIterationCount());
    }

    private static MultiLayerNetwork trained(MlpSpec spec, Engine engine, int perturbation) {
        // Of its own: the combinations are trained side by side.
        List<DataSet> data =
                IntStream.range(0, STEPS).mapToObj(i -> Batches.random(8, i)).toList();
        MultiLayerNetwork network = spec.toNetwork(data.get(0).getFeatures());
        if (perturbation > 0) {
            network.params().muli(nearlyOne(network.numParams(), perturbation));
        }
        StepEngine steps = engine.on(network);
        data.forEach(steps::fit);
        return network;
    }

    /** Factors one rounding error off 1, to either side. */
    static INDArray nearlyOne(long length, int seed) {
        Random random = new Random(seed);
        float[] factors = new float[(int) length];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = (float) (1 + (random.nextBoolean() ? 2 : -1) * ROUNDING);
        }
        return Nd4j.createFromArray(factors);
    }

    /** Of parameters and updater state together, the largest difference; running statistics are parameters. */
    private static double distance(MultiLayerNetwork a, MultiLayerNetwork b) {
        double parameters = largest(a.params(), b.params());
        INDArray state = a.getUpdater().getStateViewArray();
        return state == null
                ? parameters
                : Math.max(parameters, largest(state, b.getUpdater().getStateViewArray()));
    }

    static double largest(INDArray a, INDArray b) {
        float[] mine = a.toFloatVector();
        float[] other = b.toFloatVector();
        double largest = 0;
        for (int k = 0; k < mine.length; k++) {
            largest = Math.max(largest, Math.abs(mine[k] - other[k])); // Math.max keeps NaN
        }
        return largest;
    }
}
