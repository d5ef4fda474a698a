package gradientlab.ui.demo;

import gradientlab.activations.ActivationFunction;
import gradientlab.ui.demo.Script.At;
import gradientlab.ui.demo.Script.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The sessions of the demo: what each of them shows, in figures. */
final class Scripts {

    private static final int PIXELS = 784;

    private Scripts() {}

    /** Unit-wide z that grow a little, δ that neither vanishes nor explodes, a loss that falls. */
    static Script healthy() {
        Hidden tanh = Hidden.of(
                        ActivationFunction.TANH,
                        128,
                        5.0 / 3 / Math.sqrt(PIXELS),
                        rising(1, 1.3, 200),
                        rising(3e-4, 1e-3, 100))
                .withMeans((unit, iteration) -> 0.4 * Math.sin(unit) * (1 - Math.exp(-iteration / 200.0)));
        return new Script(
                "healthy, 1 hidden layer",
                1,
                PIXELS,
                List.of(tanh),
                rising(0, 5, 150),
                rising(0.1, 1, 150),
                0.03,
                every(10, 600),
                600);
    }

    /** DemoWeights of std 0.7 / √fan-in: each layer takes three tenths of the signal, and of the gradient. */
    static Script vanishing() {
        double factor = 0.7;
        int depth = 20;
        int units = 100;
        List<Hidden> layers = new ArrayList<>();
        for (int layer = 1; layer <= depth; layer++) {
            layers.add(Hidden.of(
                    ActivationFunction.TANH,
                    units,
                    factor / Math.sqrt(units),
                    At.always(Math.pow(factor, layer)),
                    At.always(3e-4 * Math.pow(factor, depth - layer))));
        }
        return new Script(
                "gradient vanishes, 20 layers",
                2,
                units,
                layers,
                rising(0, 0.05, 100),
                At.always(0.01),
                0.03,
                every(10, 300),
                300);
    }

    /** Everything grows a hundredfold with each update from iteration 30 on, and is beyond floats at iteration 40. */
    static Script nonFinite() {
        int from = 30;
        int at = 40;
        double overflowing = Math.pow(10, 38.5);
        At signal = iteration -> iteration < at ? growing(1, from, 2).iteration(iteration) : overflowing;
        At gradient = iteration -> iteration < at ? growing(3e-4, from, 2).iteration(iteration) : overflowing;
        Hidden first = Hidden.of(ActivationFunction.RELU, 64, 0.14, signal, gradient);
        Hidden second = Hidden.of(ActivationFunction.RELU, 64, 0.18, signal, gradient)
                .withMeans((unit, iteration) -> iteration >= at && unit % 4 == 0 ? Double.NaN : 0);
        return new Script(
                "NaN at iteration 40",
                3,
                100,
                List.of(first, second),
                iteration -> iteration < at ? rising(0, 2, 15).iteration(iteration) : Double.NaN,
                growing(0.2, from, 0.5),
                0.05,
                IntStream.rangeClosed(0, at).boxed().toList(),
                60);
    }

    /** DemoWeights of N(0, 1) before tanh; after it rectifiers, a third of which die one by one, and one comes back. */
    static Script saturated() {
        Hidden tanh = Hidden.of(ActivationFunction.TANH, 100, 1, At.always(9), At.always(3e-4))
                .withMeans((unit, iteration) -> unit % 20 == 7 ? 60 : 0);
        Hidden relu = Hidden.of(ActivationFunction.RELU, 64, 0.14, At.always(1), At.always(3e-4))
                .withMeans((unit, iteration) -> dead(unit, iteration) ? -8 : 0.3);
        return new Script(
                "saturated, dead units",
                4,
                PIXELS,
                List.of(tanh, relu),
                rising(0, 6, 300),
                iteration -> 3 + 7 * Math.exp(-iteration / 100.0),
                0.1,
                every(10, 500),
                500);
    }

    /** Before the first look. */
    static Script nothingYet() {
        Hidden tanh = Hidden.of(ActivationFunction.TANH, 128, 0.06, At.always(1), At.always(3e-4));
        return new Script(
                "no snapshot yet", 5, PIXELS, List.of(tanh), At.always(0), At.always(0.1), 0.03, List.of(), 0);
    }

    /** Two hidden layers that learn for as long as one looks on. */
    static Script live() {
        Hidden tanh = Hidden.of(ActivationFunction.TANH, 64, 0.12, rising(1, 1.4, 400), rising(3e-4, 1e-3, 200));
        Hidden relu = Hidden.of(ActivationFunction.RELU, 64, 0.18, rising(1, 1.2, 400), rising(3e-4, 1e-3, 200))
                .withMeans((unit, iteration) -> unit % 16 == 3 && iteration % 700 > 350 ? -8 : 0.1);
        return new Script(
                "live", 6, 196, List.of(tanh, relu), rising(0, 5, 600), rising(0.1, 1, 600), 0.03, List.of(), 0);
    }

    private static boolean dead(int unit, int iteration) {
        boolean revived = unit == 4 && iteration >= 400;
        return unit % 3 == 1 && iteration >= 10 * unit / 2 && !revived;
    }

    /** From one value to another, most of the way within a number of iterations. */
    private static At rising(double from, double to, double iterations) {
        return iteration -> to - (to - from) * Math.exp(-iteration / iterations);
    }

    /** A value that is multiplied by a power of ten with every iteration after one. */
    private static At growing(double value, int after, double decades) {
        return iteration -> value * Math.pow(10, decades * Math.max(0, iteration - after));
    }

    private static List<Integer> every(int n, int end) {
        return IntStream.range(0, end).filter(i -> i % n == 0).boxed().toList();
    }
}
