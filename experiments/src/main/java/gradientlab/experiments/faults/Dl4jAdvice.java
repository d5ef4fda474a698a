package gradientlab.experiments.faults;

import static gradientlab.experiments.faults.PublishedRule.onSamples;

import gradientlab.diagnostics.Statistics;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * What Deeplearning4j's documentation advises to look for in its training dashboard ("Visualize, Monitor and Debug
 * Neural Network Learning"): log10 of the ratio of mean |update| to mean |parameter| around −3, here −4 to −2, and
 * activations with a standard deviation of 0.5 to 2.
 *
 * <p>The ratio of the weight matrices alone is asked for, since biases start at 0, and the activations of the hidden
 * nonlinearities alone.
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
                    onSamples(
                            "update ratio high",
                            sample -> ratio(sample, ratio -> ratio > HIGH_RATIO),
                            Trouble.LEARNING_RATE_TOO_HIGH,
                            Trouble.UNSTABLE),
                    onSamples(
                            "update ratio low",
                            sample -> ratio(sample, ratio -> ratio < LOW_RATIO),
                            Trouble.LEARNING_RATE_TOO_LOW,
                            Trouble.NOT_LEARNING),
                    onSamples(
                            "activations small",
                            sample -> activation(sample, std -> std < LOW_STD),
                            Trouble.VANISHING,
                            Trouble.INITIALISATION),
                    onSamples(
                            "activations large",
                            sample -> activation(sample, std -> std > HIGH_STD),
                            Trouble.EXPLODING,
                            Trouble.INITIALISATION,
                            Trouble.INPUT_SCALE,
                            Trouble.LEARNING_RATE_TOO_HIGH)));

    private Dl4jAdvice() {}

    /** A ratio that is not known, or NaN, is no alarm. */
    private static boolean ratio(Sample sample, DoublePredicate alarm) {
        return sample.weights().stream()
                .filter(weights -> sample.meanUpdates().containsKey(weights.key()))
                .anyMatch(weights -> alarm.test(
                        Math.log10(sample.meanUpdates().get(weights.key()) / Measures.meanAbs(weights.values()))));
    }

    private static boolean activation(Sample sample, DoublePredicate alarm) {
        return sample.nonlinearities().stream()
                .anyMatch(layer ->
                        alarm.test(Statistics.of(layer.activation().values()).std()));
    }
}
