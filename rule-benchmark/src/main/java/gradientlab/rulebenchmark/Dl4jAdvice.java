package gradientlab.rulebenchmark;

import static gradientlab.rulebenchmark.PublishedRule.rule;

import gradientlab.diagnostics.Statistics;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * What Deeplearning4j's documentation advises to look for in its training dashboard ("Visualize, Monitor and Debug
 * Neural Network Learning"): log10 of the ratio of mean |update| to mean |parameter| around −3, here −4 to −2, and
 * activations with a standard deviation of 0.5 to 2.
 *
 * <p>The ratio of the weight matrices alone is asked for, since biases start at 0, and the activations of the hidden
 * nonlinearities alone. As the advice is for curves, what is out of range at half of the samples or fewer is no alarm.
 */
final class Dl4jAdvice {

    static final double LOW_RATIO = -4;
    static final double HIGH_RATIO = -2;
    static final double LOW_STD = 0.5;
    static final double HIGH_STD = 2;

    /** All of it. */
    static final PublishedRules RULES = new PublishedRules(
            "DL4J's advice",
            List.of(
                    rule(
                            "update ratio high",
                            lasting(sample -> ratio(sample, ratio -> ratio > HIGH_RATIO)),
                            FaultClass.LEARNING_RATE_TOO_HIGH,
                            FaultClass.UNSTABLE),
                    rule(
                            "update ratio low",
                            lasting(sample -> ratio(sample, ratio -> ratio < LOW_RATIO)),
                            FaultClass.LEARNING_RATE_TOO_LOW,
                            FaultClass.NOT_LEARNING),
                    rule(
                            "activations small",
                            lasting(sample -> activation(sample, std -> std < LOW_STD)),
                            FaultClass.VANISHING,
                            FaultClass.INITIALISATION),
                    rule(
                            "activations large",
                            lasting(sample -> activation(sample, std -> std > HIGH_STD)),
                            FaultClass.EXPLODING,
                            FaultClass.INITIALISATION,
                            FaultClass.INPUT_SCALE,
                            FaultClass.LEARNING_RATE_TOO_HIGH)));

    private Dl4jAdvice() {}

    private static Predicate<RunTrace> lasting(Predicate<StepSample> question) {
        return trace -> 2 * trace.samples().stream().filter(question).count()
                > trace.samples().size();
    }

    /** A ratio that is not known, or NaN, is no alarm. */
    private static boolean ratio(StepSample sample, DoublePredicate alarm) {
        return sample.weights().stream()
                .filter(weights -> sample.meanUpdates().containsKey(weights.key()))
                .anyMatch(weights -> alarm.test(
                        Math.log10(sample.meanUpdates().get(weights.key()) / Measures.meanAbs(weights.values()))));
    }

    private static boolean activation(StepSample sample, DoublePredicate alarm) {
        return sample.nonlinearities().stream()
                .anyMatch(layer ->
                        alarm.test(Statistics.of(layer.activation().values()).std()));
    }
}
