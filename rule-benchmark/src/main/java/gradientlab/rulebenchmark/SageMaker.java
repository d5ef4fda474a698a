package gradientlab.rulebenchmark;

import static gradientlab.rulebenchmark.PublishedRule.onSamples;
import static gradientlab.rulebenchmark.PublishedRule.rule;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.ActiveRange;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

/**
 * The rules of Amazon SageMaker Debugger ("List of Debugger built-in rules", Amazon SageMaker AI developer guide) that
 * a plain classifier can trigger, with the default values of their parameters.
 *
 * <p>They look at each saved step; here a saved step is a sample, and losses are saved at every step. Where the guide
 * leaves room, the reading with fewer alarms is taken: "the loss is no longer decreasing" joins, and does not replace,
 * the narrow gradients of PoorWeightInitialization.
 */
final class SageMaker {

    static final double VANISHED = 1e-7;
    static final double INACTIVE = 0.01;
    static final double LAYER = 0.5;
    static final double VARIANCE_RATIO = 10;
    static final double GRADIENT_RANGE = 0.001;
    static final int FIRST_STEPS = 10;
    static final int PATIENCE = 5;
    static final double LARGE_UPDATE = 10;
    static final double SMALL_UPDATE = 1e-8;
    static final double EPSILON = 1e-9;
    static final int LOSS_STEPS = 10;
    static final double LOSS_PERCENT = 0.1;

    /** Inside of it a unit is active; the nonlinearities for which the guide gives limits. */
    private static final Map<ActivationFunction, ActiveRange> UNSATURATED = Map.of(
            ActivationFunction.TANH, new ActiveRange(-9.4999, 9.4999),
            ActivationFunction.SIGMOID, new ActiveRange(-23, 16.99999));

    private static final ActiveRange POSITIVE = new ActiveRange(0, Double.POSITIVE_INFINITY);

    /** All of them. */
    static final PublishedRules RULES = new PublishedRules(
            "SageMaker Debugger",
            List.of(
                    onSamples("VanishingGradient", SageMaker::vanishingGradient, FaultClass.VANISHING),
                    onSamples(
                            "ExplodingTensor", SageMaker::explodingTensor, FaultClass.EXPLODING, FaultClass.NON_FINITE),
                    onSamples("DeadRelu", SageMaker::deadRelu, FaultClass.DEAD_UNITS),
                    onSamples("SaturatedActivation", SageMaker::saturatedActivation, FaultClass.SATURATION),
                    rule(
                            "PoorWeightInitialization",
                            SageMaker::poorWeights,
                            FaultClass.INITIALISATION,
                            FaultClass.SYMMETRY),
                    onSamples(
                            "WeightUpdateRatio too large",
                            SageMaker::largeUpdate,
                            FaultClass.LEARNING_RATE_TOO_HIGH,
                            FaultClass.EXPLODING),
                    onSamples(
                            "WeightUpdateRatio too small",
                            SageMaker::smallUpdate,
                            FaultClass.LEARNING_RATE_TOO_LOW,
                            FaultClass.VANISHING),
                    rule("LossNotDecreasing", SageMaker::lossNotDecreasing, FaultClass.NOT_LEARNING)));

    private SageMaker() {}

    private static boolean vanishingGradient(StepSample sample) {
        return sample.parameters().anyMatch(parameter -> Measures.meanAbs(parameter.gradient()) < VANISHED);
    }

    private static boolean explodingTensor(StepSample sample) {
        boolean parameters =
                sample.parameters().anyMatch(p -> !Measures.finite(p.values()) || !Measures.finite(p.gradient()));
        return parameters
                || !Double.isFinite(sample.capture().loss())
                || sample.capture().layers().stream()
                        .anyMatch(layer -> !Measures.finite(layer.activation().values()));
    }

    private static boolean deadRelu(StepSample sample) {
        return sample.nonlinearities().stream()
                .filter(layer -> layer.nonlinearity() == ActivationFunction.RELU)
                .anyMatch(layer -> inactiveUnits(layer, POSITIVE) > LAYER);
    }

    private static boolean saturatedActivation(StepSample sample) {
        return sample.nonlinearities().stream()
                .filter(layer -> UNSATURATED.containsKey(layer.nonlinearity()))
                .anyMatch(layer -> inactiveUnits(layer, UNSATURATED.get(layer.nonlinearity())) > LAYER);
    }

    private static double inactiveUnits(LayerCapture layer, ActiveRange active) {
        return Measures.shareOfUnitsInside(layer.preActivation(), active, INACTIVE);
    }

    private static boolean poorWeights(RunTrace trace) {
        return trace.samples().stream()
                .filter(sample -> sample.step() < FIRST_STEPS)
                .anyMatch(sample ->
                        unevenWeights(sample) || (stalled(trace.losses(), sample.step()) && narrowGradients(sample)));
    }

    private static boolean unevenWeights(StepSample sample) {
        DoubleSummaryStatistics variances = sample.weights().stream()
                .mapToDouble(weights -> Measures.variance(weights.values()))
                .summaryStatistics();
        return variances.getMax() / variances.getMin() > VARIANCE_RATIO;
    }

    private static boolean narrowGradients(StepSample sample) {
        return sample.weights().stream()
                .anyMatch(weights -> Measures.percentileRange(weights.gradient()) < GRADIENT_RANGE);
    }

    /** Whether the least loss up to this step is at least this number of steps old. */
    private static boolean stalled(List<Double> losses, int step) {
        if (step < PATIENCE || step >= losses.size()) {
            return false;
        }
        double before = least(losses.subList(0, step - PATIENCE + 1));
        return least(losses.subList(step - PATIENCE + 1, step + 1)) >= before;
    }

    private static double least(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static boolean largeUpdate(StepSample sample) {
        return sample.weights().stream().anyMatch(weights -> updateRatio(sample, weights) > LARGE_UPDATE);
    }

    private static boolean smallUpdate(StepSample sample) {
        return sample.weights().stream().anyMatch(weights -> updateRatio(sample, weights) < SMALL_UPDATE);
    }

    /** NaN where no update followed: neither too large nor too small. */
    private static double updateRatio(StepSample sample, ParameterCapture weights) {
        double update = sample.meanUpdates().getOrDefault(weights.key(), Double.NaN);
        return update / (Measures.meanAbs(weights.values()) + EPSILON);
    }

    private static boolean lossNotDecreasing(RunTrace trace) {
        List<Double> losses = trace.losses();
        for (int step = LOSS_STEPS; step < losses.size(); step += LOSS_STEPS) {
            double before = losses.get(step - LOSS_STEPS);
            double percent = 100 * (before - losses.get(step)) / before;
            if (!(percent >= LOSS_PERCENT)) {
                return true;
            }
        }
        return false;
    }
}
