package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import gradientlab.model.ResidualScaling;
import gradientlab.model.ResidualSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Nets with identity skips by the direct engine against {@code ComputationGraph.fit}. */
class SkipsTest {

    private static final int STEPS = 20;

    /** As {@link EveryCombinationTest} has it. */
    private static final double TOLERANCE = 1e-6;

    /**
     * Every norm with every scaling; activations and optimisers take turns.
     *
     * <p>Normed nets by gradient descent and with momentum alone: the gradient of a bias before a norm is nothing but rounding errors,
     * which RMSProp and Adam make steps of.
     */
    static Stream<ResidualSpec> specifications() {
        List<ActivationFunction> activations =
                List.of(ActivationFunction.TANH, ActivationFunction.SOFTPLUS, ActivationFunction.SIGMOID);
        List<ResidualSpec> specs = new ArrayList<>();
        for (Normalisation norm : Normalisation.values()) {
            for (ResidualScaling scaling : ResidualScaling.values()) {
                int turn = specs.size();
                Optimiser optimiser = optimisers(norm).get(turn % 2);
                MlpSpec net = net().normalisation(norm)
                        .activation(activations.get(turn % activations.size()))
                        .optimiser(optimiser)
                        .learningRate(optimiser == Optimiser.SGD ? 0.05 : 0.002)
                        .build();
                specs.add(new ResidualSpec(net, scaling));
            }
        }
        return specs.stream();
    }

    private static List<Optimiser> optimisers(Normalisation norm) {
        return norm == Normalisation.NONE
                ? List.of(Optimiser.ADAM, Optimiser.RMSPROP)
                : List.of(Optimiser.SGD, Optimiser.NESTEROV);
    }

    private static MlpSpecBuilder net() {
        return MlpSpec.lecture()
                .inputs(Batches.INPUTS)
                .hidden(4, 32)
                .classes(Batches.CLASSES)
                .initialisation(InitialisationScheme.XAVIER_NORMAL);
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void stepsEndWhereThoseOfDl4jEnd(ResidualSpec spec) {
        ComputationGraph stock = trained(spec, Engine.DL4J, 0);
        ComputationGraph direct = trained(spec, Engine.DIRECT, 0);
        assertThat(direct.params().equalsWithEps(spec.toGraph().params(), 1e-3)).isFalse();
        double distance = distance(direct, stock);
        if (!(distance <= TOLERANCE)) {
            // As in EveryCombinationTest: the net carries one rounding error as far.
            double rounding = distance(trained(spec, Engine.DL4J, 1), stock);
            assertThat(distance)
                    .isLessThanOrEqualTo(EveryCombinationTest.TIMES_A_ROUNDING_ERROR * rounding)
                    .isLessThan(0.1);
        }
        assertThat(direct.getIterationCount()).isEqualTo(stock.getIterationCount());
        assertThat(iterations(direct)).isEqualTo(iterations(stock));
    }

    private static ComputationGraph trained(ResidualSpec spec, Engine engine, int perturbation) {
        ComputationGraph graph = spec.toGraph();
        if (perturbation > 0) {
            graph.params().muli(EveryCombinationTest.nearlyOne(graph.numParams(), perturbation));
        }
        StepEngine steps = engine.on(graph);
        for (int step = 0; step < STEPS; step++) {
            steps.fit(Batches.random(5 + step % 9, step));
        }
        return graph;
    }

    @Test
    void aRunGoesOnWithDl4jAndBack() {
        ResidualSpec spec = new ResidualSpec(
                net().optimiser(Optimiser.NESTEROV).learningRate(0.01).build(), ResidualScaling.NONE);
        ComputationGraph stock = spec.toGraph();
        ComputationGraph mixed = spec.toGraph();
        StepEngine direct = Engine.AUTO.on(mixed);
        TrainingListener listener = new BaseTrainingListener() {};
        for (int step = 0; step < 12; step++) {
            stock.fit(Batches.random(8, step));
            // While somebody listens DL4J takes the steps.
            boolean heard = step / 3 % 2 == 1;
            mixed.setListeners(heard ? List.of(listener) : List.of());
            direct.fit(Batches.random(8, step));
        }
        assertThat(distance(mixed, stock)).isLessThanOrEqualTo(TOLERANCE);
        assertThat(mixed.score()).isCloseTo(stock.score(), within(TOLERANCE));
        assertThat(iterations(mixed)).isEqualTo(iterations(stock));
    }

    @Test
    void aGraphThatIsNoChainIsLeftToDl4j() {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer(
                        "left",
                        new DenseLayer.Builder().nIn(Batches.INPUTS).nOut(4).build(),
                        "in")
                .addLayer(
                        "right",
                        new DenseLayer.Builder().nIn(Batches.INPUTS).nOut(4).build(),
                        "in")
                .addVertex("both", new MergeVertex(), "left", "right")
                .addLayer(
                        "out",
                        new OutputLayer.Builder().nIn(8).nOut(Batches.CLASSES).build(),
                        "both")
                .setOutputs("out")
                .build());
        assertThat(Engine.AUTO.on(graph).choice())
                .hasToString("dl4j (it is no chain of layers with identity skips between them)");
        assertThatThrownBy(() -> Engine.DIRECT.on(graph))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The engine direct cannot train this network: it is no chain of layers with identity skips"
                        + " between them; use dl4j or auto");
    }

    /** Of parameters and updater state together, the largest difference. */
    private static double distance(ComputationGraph a, ComputationGraph b) {
        double parameters = EveryCombinationTest.largest(a.params(), b.params());
        INDArray state = a.getUpdater().getStateViewArray();
        return state == null
                ? parameters
                : Math.max(
                        parameters,
                        EveryCombinationTest.largest(state, b.getUpdater().getStateViewArray()));
    }

    private static int[] iterations(ComputationGraph graph) {
        return Arrays.stream(graph.getLayers())
                .mapToInt(Layer::getIterationCount)
                .toArray();
    }
}
