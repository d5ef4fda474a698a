package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.Units;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.Normalisation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each injection does what it says, on one short run. */
class FaultTest {

    @BeforeAll
    static void start() {
        Backend.start();
    }

    private static LabelledRun run(Fault fault, UnaryOperator<MlpSpecBuilder> change) {
        MlpSpecBuilder base = MlpSpec.lecture()
                .hidden(3, 32)
                .initialisation(InitialisationScheme.KAIMING_NORMAL)
                .seed(7);
        return new LabelledRun("healthy", "c", change.apply(base).build(), null, Half.TUNING, "healthy").with(fault);
    }

    /** The first step of a ReLU network. */
    private static RunTrace start(Fault fault) {
        return trace(fault, ActivationFunction.RELU, 1);
    }

    private static RunTrace trace(Fault fault, ActivationFunction f, int steps) {
        return TracedTraining.of(run(fault, b -> b.activation(f)), MnistOnce.data(), steps, new Interruption());
    }

    private static List<Double> stds(RunTrace trace) {
        return trace.samples().get(0).weights().stream()
                .map(weights -> Statistics.of(weights.values()).std())
                .toList();
    }

    private static float[] firstBiases(RunTrace trace) {
        return trace.samples()
                .get(0)
                .parameters()
                .filter(parameter -> parameter.name().equals("b"))
                .map(ParameterCapture::values)
                .findFirst()
                .orElseThrow();
    }

    private static StepSample at(RunTrace trace, int step) {
        return trace.samples().stream()
                .filter(sample -> sample.step() == step)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void standardNormalDrawsEveryWeightAndBiasFromN01() {
        RunTrace trace = start(Fault.STANDARD_NORMAL);
        assertThat(stds(trace)).allSatisfy(std -> assertThat(std).isCloseTo(1, within(0.15)));
        assertThat(Statistics.of(firstBiases(trace)).std()).isCloseTo(1, within(0.4));
    }

    @Test
    void wideOutputMultipliesTheOutputWeightsAlone() {
        MlpSpec healthy = run(Fault.WIDE_OUTPUT, b -> b).base();
        MlpSpec wide = run(Fault.WIDE_OUTPUT, b -> b).spec();
        assertThat(wide).isEqualTo(healthy.but().outputScale(10).build());
    }

    @Test
    void zeroAndEqualWeightsAreAllTheSame() {
        assertThat(start(Fault.ZERO_WEIGHTS).samples().get(0).weights())
                .allSatisfy(weights -> assertThat(weights.values()).containsOnly(0f));
        assertThat(start(Fault.EQUAL_WEIGHTS).samples().get(0).weights())
                .allSatisfy(weights -> assertThat(weights.values()).containsOnly(0.01f));
    }

    @Test
    void smallAndLargeWeightsHaveTheSizeThatIsNamed() {
        assertThat(stds(start(Fault.SMALL_AT_DEPTH)))
                .allSatisfy(std -> assertThat(std).isCloseTo(0.01, within(0.0015)));
        assertThat(stds(start(Fault.LARGE_AT_DEPTH)))
                .allSatisfy(std -> assertThat(std).isCloseTo(0.5, within(0.075)));
        MlpSpec shallow = MlpSpec.lecture().hidden(2, 32).build();
        assertThat(Fault.SMALL_AT_DEPTH.appliesTo(shallow)).isFalse();
        assertThat(Fault.LARGE_AT_DEPTH.appliesTo(shallow)).isFalse();
    }

    @Test
    void tenSigmoidLayersOfTheSameWidth() {
        MlpSpec spec = run(Fault.SIGMOID_DEPTH_10, b -> b).spec();
        assertThat(spec.hidden()).hasSize(10).containsOnly(32);
        assertThat(spec.activation()).isEqualTo(ActivationFunction.SIGMOID);
    }

    @Test
    void biasesOfAThousandAreThoseOfTheFirstLayer() {
        RunTrace trace = start(Fault.BIAS_1000);
        assertThat(firstBiases(trace)).containsOnly(1000f);
        assertThat(trace.samples()
                        .get(0)
                        .parameters()
                        .filter(p -> p.name().equals("b"))
                        .skip(1))
                .allSatisfy(bias -> assertThat(bias.values()).containsOnly(0f));
    }

    @Test
    void aRectifierThatIsDeadAtTheStartLetsNothingThrough() {
        LayerCapture first =
                start(Fault.DEAD_AT_START).samples().get(0).nonlinearities().get(0);
        assertThat(first.activation().values()).containsOnly(0f);
    }

    @Test
    void unscaledInputsReach255InTrainingAndAreHeldOutAlike() {
        RunTrace trace = start(Fault.UNSCALED_INPUT);
        assertThat(trace.inputMin()).isZero();
        assertThat(trace.inputMax()).isCloseTo(255, within(1e-3));
    }

    @Test
    void learningRatesAreMultiplied() {
        double healthy = run(Fault.RATE_TIMES_100, b -> b).base().learningRate();
        assertThat(run(Fault.RATE_TIMES_100, b -> b).spec().learningRate()).isEqualTo(100 * healthy);
        assertThat(run(Fault.RATE_OVER_10000, b -> b).spec().learningRate()).isEqualTo(1e-4 * healthy);
    }

    @Test
    void oneLargeStepKillsRectifiersThatLivedBefore() {
        RunTrace trace = trace(Fault.DEAD_BY_ONE_STEP, ActivationFunction.RELU, 61);
        int step = Fault.DEAD_BY_ONE_STEP.injection().bigStep();
        assertThat(dead(at(trace, 40))).isLessThan(0.3);
        assertThat(step).isBetween(40, 59);
        assertThat(dead(at(trace, 60))).isGreaterThan(0.5);
        assertThat(trace.learningRate()).as("before and after").isEqualTo(0.1);
    }

    @Test
    void oneLargeStepSaturatesTanh() {
        RunTrace trace = trace(Fault.SATURATED_BY_ONE_STEP, ActivationFunction.TANH, 61);
        assertThat(saturated(at(trace, 40))).isLessThan(0.5);
        assertThat(saturated(at(trace, 60))).isGreaterThan(0.9);
    }

    private static double dead(StepSample sample) {
        return sample.nonlinearities().stream()
                .mapToDouble(layer -> (double) Units.deadUnits(
                                layer.preActivation(), layer.nonlinearity().alive())
                        / layer.preActivation().columns())
                .max()
                .orElseThrow();
    }

    private static double saturated(StepSample sample) {
        return sample.nonlinearities().stream()
                .mapToDouble(layer -> Units.shareOutside(
                        layer.preActivation(), layer.nonlinearity().unsaturated()))
                .max()
                .orElseThrow();
    }

    @Test
    void nothingIsNanBeforeTheBatchWithTheNanAndTheWeightsAreAfterIt() {
        RunTrace trace = trace(Fault.NAN_IN_ONE_BATCH, ActivationFunction.TANH, 41);
        int step = Fault.NAN_IN_ONE_BATCH.injection().nanStep();
        assertThat(trace.losses().subList(0, step)).allMatch(Double::isFinite);
        assertThat(trace.losses().get(step)).isNaN();
        assertThat(Measures.finite(at(trace, 40).weights().get(0).values())).isFalse();
    }

    @Test
    void aTraceHasAllThatRulesLookAt() {
        RunTrace trace = trace(Fault.WIDE_OUTPUT, ActivationFunction.RELU, TracedTraining.STEPS);
        assertThat(trace.losses()).hasSize(TracedTraining.STEPS);
        assertThat(trace.checks()).extracting(Check::step).containsExactly(40, 80, 120, 160, 200);
        assertThat(trace.samples())
                .extracting(StepSample::step)
                .containsExactly(0, 1, 5, 9, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200);
        assertThat(trace.samples().get(0).capture().loss())
                .as("the sample is of the very batch that is trained on")
                .isCloseTo(trace.losses().get(0), within(1e-4));
        assertThat(trace.samples().get(0).nonlinearities()).hasSize(3);
        assertThat(trace.beforeStep0().samples()).hasSize(1);
        assertThat(trace.beforeStep0().losses()).isEmpty();
    }

    /** SGD: the update is lr · g, so its mean size is that of the gradient times the rate. */
    @Test
    void theUpdateThatIsRecordedIsTheOneMade() {
        RunTrace trace = start(Fault.ZERO_WEIGHTS);
        StepSample first = trace(Fault.NAN_IN_ONE_BATCH, ActivationFunction.TANH, 1)
                .samples()
                .get(0);
        for (ParameterCapture weights : first.weights()) {
            assertThat(first.meanUpdates().get(weights.key()))
                    .isCloseTo(0.1 * Measures.meanAbs(weights.gradient()), within(1e-7));
        }
        assertThat(trace.samples().get(0).meanUpdates().get("0_W")).isZero();
    }

    @Test
    void mostFaultsAreNotPutWhereBatchNormWouldHealThem() {
        MlpSpec normalised = MlpSpec.lecture()
                .hidden(4, 32)
                .activation(ActivationFunction.RELU)
                .normalisation(Normalisation.BATCH)
                .build();
        assertThat(List.of(Fault.values()).stream().filter(fault -> fault.appliesTo(normalised)))
                .containsExactlyInAnyOrder(
                        Fault.WIDE_OUTPUT, Fault.RATE_TIMES_100, Fault.RATE_OVER_10000, Fault.NAN_IN_ONE_BATCH);
    }
}
