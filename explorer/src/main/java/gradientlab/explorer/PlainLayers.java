package gradientlab.explorer;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.Map;

/** DL4J's layers, updaters and the draws of weights as lines of Java. */
final class PlainLayers {

    static final String PRELU = """
                        layers.layer(new PReLULayer.Builder()
                                .name("prelu-" + i)
                                .inputShape(WIDTH)
                                .weightInit(new WeightInitConstant(%s))
                                .build());
            """.replace("%s", String.valueOf(-ActivationFunction.PRELU.value(-1)));

    /** By the name of the method: each fills one parameter. */
    static final Map<String, String> DRAWS = Map.of(
            "normal", """
                        private static void normal(MultiLayerNetwork network, String layer, String name, double std, long seed) {
                            float[] values = new float[size(network, layer, name)];
                            Random random = new Random(seed);
                            for (int i = 0; i < values.length; i++) {
                                values[i] = (float) (std * random.nextGaussian());
                            }
                            fill(network, layer, name, values);
                        }
                    """,
            "uniform", """
                        /** U(±√3·std). */
                        private static void uniform(MultiLayerNetwork network, String layer, String name, double std, long seed) {
                            float[] values = new float[size(network, layer, name)];
                            Random random = new Random(seed);
                            double bound = Math.sqrt(3) * std;
                            for (int i = 0; i < values.length; i++) {
                                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
                            }
                            fill(network, layer, name, values);
                        }
                    """,
            "constant", """
                        private static void constant(MultiLayerNetwork network, String layer, String name, double value, long seed) {
                            float[] values = new float[size(network, layer, name)];
                            Arrays.fill(values, (float) value);
                            fill(network, layer, name, values);
                        }
                    """);

    private PlainLayers() {}

    /** What DL4J calls the function, as an expression. */
    static String activation(ActivationFunction function) {
        return switch (function) {
            case LEAKY_RELU -> "new ActivationLReLU(" + -ActivationFunction.LEAKY_RELU.value(-1) + ")";
            case GELU -> "new ActivationExactGelu()";
            default -> "Activation." + function.name();
        };
    }

    /** The import that the expression needs beside Activation. */
    static String activationImport(ActivationFunction function) {
        return function == ActivationFunction.LEAKY_RELU
                ? "import org.nd4j.linalg.activations.impl.ActivationLReLU;\n"
                : "";
    }

    static String nonlinearity(ActivationFunction function, String expression) {
        return """
                        layers.layer(new ActivationLayer.Builder()
                                .name("%s-" + i)
                                .activation(%e)
                                .build());
            """.replace("%s", function.label()).replace("%e", expression);
    }

    static String norm(Normalisation normalisation) {
        return switch (normalisation) {
            case NONE -> "";
            case BATCH -> """
                            layers.layer(new BatchNormalization.Builder()
                                    .name("norm-" + i)
                                    .nIn(WIDTH)
                                    .nOut(WIDTH)
                                    .decay(0.9)
                                    .eps(1e-5)
                                    .build());
                """;
            case LAYER, GROUP ->
                "            layers.layer(new GroupNormalization(\"norm-\" + i, WIDTH, " + normalisation.groups()
                        + ", 1e-5));\n";
        };
    }

    static String updater(Optimiser optimiser, double rate) {
        return switch (optimiser) {
            case SGD -> "new Sgd(" + rate + ")";
            case NESTEROV -> "new Nesterovs(" + rate + ", 0.9)";
            case RMSPROP -> "new RmsProp(" + rate + ", 0.99, 1e-8)";
            case ADAM -> "new Adam(" + rate + ", 0.9, 0.999, 1e-8)";
        };
    }

    static String updaterImport(Optimiser optimiser) {
        String name = updater(optimiser, 1);
        return "import org.nd4j.linalg.learning.config." + name.substring("new ".length(), name.indexOf('(')) + ";";
    }
}
