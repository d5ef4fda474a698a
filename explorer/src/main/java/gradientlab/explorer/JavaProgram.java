package gradientlab.explorer;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.DrawRule;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.WeightDistribution;
import gradientlab.ui.explorer.JavaSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A network as a program of its own: with DL4J's layers and the draws of its weights spelt out where that can be, otherwise
 * by its specification.
 */
final class JavaProgram {

    private static final String FILE = "ExploredNetwork.java";
    private static final Set<WeightDistribution> SPELT_OUT =
            Set.of(WeightDistribution.NORMAL, WeightDistribution.UNIFORM, WeightDistribution.CONSTANT);

    private final ExploredNet net;
    private final MlpSpec spec;
    private final Initialisation how;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private JavaProgram(ExploredNet net) {
        this.net = net;
        this.spec = net.spec();
        this.how = spec.initialisation();
    }

    static JavaSource of(ExploredNet net, Data data) {
        if (!net.fitsDl4j()) {
            throw new IllegalArgumentException(net.tooManyForDl4j());
        }
        JavaProgram program = new JavaProgram(net);
        program.common(data);
        boolean spelt = net.skip() == Skip.NONE
                && !how(net).scheme().needsData()
                && SPELT_OUT.contains(how(net).hiddenWeights().distribution());
        if (spelt) {
            program.plain();
        } else {
            program.specified();
        }
        return new JavaSource(FILE, program.filled(spelt ? "plain-network.txt" : "specified-network.txt"));
    }

    private static Initialisation how(ExploredNet net) {
        return net.spec().initialisation();
    }

    private void common(Data data) {
        parts.put("TITLE", NetTitle.of(net));
        parts.put("INPUTS", String.valueOf(spec.inputs()));
        parts.put("DEPTH", String.valueOf(net.depth()));
        parts.put("WIDTH", String.valueOf(net.width()));
        parts.put("CLASSES", String.valueOf(spec.classes()));
        parts.put("SEED", String.valueOf(spec.seed()));
        parts.put("BATCH", String.valueOf(net.plan().batchSize()));
        parts.put("STEPS", String.valueOf(net.steps()));
        parts.put("DATA", "MnistDataset.bundled()");
        parts.put("FORMULA", how + ": " + how.scheme().formula() + ".");
        InputScaling.Affine scaling = net.input().of(data.pixels());
        parts.put(
                "SCALING",
                net.input() == InputScaling.UNIT
                        ? ""
                        : "        batches.setPreProcessor(batch -> batch.getFeatures().subi(" + scaling.shift()
                                + ").muli(" + scaling.factor() + "));\n");
    }

    private void plain() {
        String activation = PlainLayers.activation(spec.activation());
        boolean learnt = spec.activation() == ActivationFunction.PRELU;
        boolean after = spec.normPosition() == NormPosition.AFTER;
        String norm = PlainLayers.norm(spec.normalisation());
        String nonlinearity = learnt ? PlainLayers.PRELU : PlainLayers.nonlinearity(spec.activation(), activation);
        parts.put("LAYERS", after ? nonlinearity + norm : norm + nonlinearity);
        parts.put("BIAS", String.valueOf(spec.hiddenBias()));
        parts.put("UPDATER", PlainLayers.updater(spec.optimiser(), spec.learningRate()));
        parts.put("UPDATER_IMPORT", PlainLayers.updaterImport(spec.optimiser()));
        parts.put("IMPORTS", modelImports());
        parts.put("LAYER_IMPORTS", layerImports(learnt));
        parts.put("ACTIVATION_IMPORTS", PlainLayers.activationImport(spec.activation()));
        draws();
    }

    private String modelImports() {
        String exact =
                spec.activation() == ActivationFunction.GELU ? "import gradientlab.model.ActivationExactGelu;\n" : "";
        boolean groups = spec.normalisation().groups() > 0;
        return exact + (groups ? "import gradientlab.model.GroupNormalization;\n" : "");
    }

    private String layerImports(boolean learnt) {
        String layers = "org.deeplearning4j.nn.conf.layers.";
        String norm = spec.normalisation() == Normalisation.BATCH ? "import " + layers + "BatchNormalization;\n" : "";
        return (learnt ? "" : "import " + layers + "ActivationLayer;\n")
                + norm
                + (learnt ? "import " + layers + "PReLULayer;\n" : "")
                + (learnt ? "import org.deeplearning4j.nn.weights.WeightInitConstant;\n" : "");
    }

    private void draws() {
        double gain = spec.activation().gain();
        int width = net.width();
        DrawRule weights = how.hiddenWeights();
        parts.put("FIRST", String.valueOf(weights.amount(spec.inputs(), width, gain)));
        parts.put("HIDDEN", String.valueOf(weights.amount(width, width, gain)));
        parts.put("HIDDEN_W", method(weights));
        DrawRule output = how.outputWeights();
        parts.put("OUTPUT", String.valueOf(output.amount(width, spec.classes(), 1) * spec.outputScale()));
        parts.put("OUTPUT_W", method(output));
        parts.put("OUTPUT_BIAS", String.valueOf(how.outputBias().amount(width, spec.classes(), 1)));
        parts.put("OUTPUT_B", method(how.outputBias()));
        Set<String> used = new TreeSet<>(List.of(method(weights), method(output), method(how.outputBias())));
        parts.put("DRAW_BIAS", "");
        if (spec.hiddenBias()) {
            DrawRule bias = how.hiddenBias();
            used.add(method(bias));
            parts.put(
                    "DRAW_BIAS",
                    "            " + method(bias) + "(network, \"hidden-\" + i, \"b\", i == 1 ? "
                            + bias.amount(spec.inputs(), width, gain) + " : " + bias.amount(width, width, gain)
                            + ", seed(2 * i + 1));\n");
        }
        StringBuilder methods = new StringBuilder();
        used.forEach(name -> methods.append(PlainLayers.DRAWS.get(name)).append('\n'));
        parts.put("METHODS", methods.toString());
        parts.put("JAVA_UTIL", used.contains("constant") ? "import java.util.Arrays;\n" : "");
        parts.put("RANDOM", used.equals(Set.of("constant")) ? "" : "import java.util.Random;\n");
    }

    private static String method(DrawRule rule) {
        return rule.distribution().name().toLowerCase(Locale.ROOT);
    }

    private void specified() {
        boolean chain = net.skip() == Skip.NONE;
        parts.put("ACTIVATION", spec.activation().name());
        parts.put("INIT", how.toString());
        parts.put("OUTPUT_SCALE", String.valueOf(spec.outputScale()));
        parts.put("NORM", spec.normalisation().name());
        parts.put("NORM_POSITION", spec.normPosition().name());
        parts.put("OPTIMISER", spec.optimiser().name());
        parts.put("LR", String.valueOf(spec.learningRate()));
        parts.put("CONFIGURATION", chain ? "MultiLayerConfiguration" : "ComputationGraphConfiguration");
        parts.put("CONFIGURATION_IMPORT", "import org.deeplearning4j.nn.conf." + parts.get("CONFIGURATION") + ";");
        parts.put("NETWORK", chain ? "MultiLayerNetwork" : "ComputationGraph");
        parts.put(
                "NETWORK_IMPORT",
                "org.deeplearning4j.nn." + (chain ? "multilayer.MultiLayerNetwork" : "graph.ComputationGraph"));
        parts.put(
                "IMPORTS",
                chain ? "" : "import gradientlab.model.ResidualScaling;\nimport gradientlab.model.ResidualSpec;\n");
        parts.put(
                "SPEC",
                chain
                        ? "specification()"
                        : "new ResidualSpec(specification(), ResidualScaling."
                                + net.skip().scaling().name() + ")");
        parts.put("BUILD", chain ? "toNetwork(first.getFeatures())" : "toGraph()");
    }

    private String filled(String template) {
        String text = read(template);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text = text.replace("@" + part.getKey() + "@", part.getValue());
        }
        return text;
    }

    private static String read(String template) {
        try (InputStream file = JavaProgram.class.getResourceAsStream(template)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(template + " of the class path cannot be read.", e);
        }
    }
}
