package gradientlab.ui.demo;

import gradientlab.activations.ActivationFunction;
import java.util.List;

/**
 * How the network of a session behaves, from iteration to iteration.
 *
 * @param session name of the session
 * @param seed of everything drawn for it
 * @param inputs features
 * @param hidden hidden layers, input side first
 * @param margin by how much the logit of the right class stands out
 * @param logitStd standard deviation of the logits
 * @param learningRate step along the gradient
 * @param observed iterations at which the network is looked at, ascending
 * @param steps iterations in all
 */
record Script(
        String session,
        long seed,
        int inputs,
        List<Hidden> hidden,
        At margin,
        At logitStd,
        double learningRate,
        List<Integer> observed,
        int steps) {

    static final int BATCH = 32;
    static final int CLASSES = 10;

    /** A figure that changes over the iterations. */
    @FunctionalInterface
    interface At {
        double iteration(int iteration);

        /** The same at all times. */
        static At always(double value) {
            return iteration -> value;
        }
    }

    /** A figure of a unit that changes over the iterations. */
    @FunctionalInterface
    interface OfUnit {
        double at(int unit, int iteration);
    }

    /**
     * A dense layer and the nonlinearity after it.
     *
     * @param f TANH or RELU
     * @param units width
     * @param weightStd standard deviation of the weights at iteration 0
     * @param zStd standard deviation of a unit's pre-activations over the examples
     * @param zMean mean of a unit's pre-activations over the examples
     * @param upstreamStd standard deviation of ∂L/∂a, from which δ = f'(z) · ∂L/∂a
     */
    record Hidden(ActivationFunction f, int units, double weightStd, At zStd, OfUnit zMean, At upstreamStd) {

        static Hidden of(ActivationFunction f, int units, double weightStd, At zStd, At upstreamStd) {
            return new Hidden(f, units, weightStd, zStd, (unit, iteration) -> 0, upstreamStd);
        }

        Hidden withMeans(OfUnit means) {
            return new Hidden(f, units, weightStd, zStd, means, upstreamStd);
        }
    }
}
