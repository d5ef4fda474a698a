package gradientlab.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.activations.ActivationFunction;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * PyTorch's figures on the lecture's protocol, and the plans that should agree with them.
 *
 * <p>pytorch-reference.json on the class path was measured with PyTorch 1.13.1 on CPU, float32, 24 seeds a variant, on
 * the same files of MNIST. The mean of n of our runs agrees when it lies within PyTorch's mean ± 4 std · √(1/n + 1/24);
 * where the std is 0 or the spread one-sided, within PyTorch's smallest and largest value widened by a quarter of their
 * distance.
 */
public final class Reference {

    private static final String FILE = "pytorch-reference.json";

    private Reference() {}

    /** One variant of the reference: its key in the file and our plan for it. */
    public record Variant(String key, UnaryOperator<MlpSpecBuilder> change) {
        public TrainingPlan plan(TrainingPlan protocol) {
            return protocol.with(change);
        }
    }

    /** PyTorch's figure over its seeds. */
    public record Figure(int seeds, double mean, double std, double min, double max) {

        /** The band for the mean of n runs: its lower and upper end. */
        public double[] band(int n) {
            double half = 4 * std * Math.sqrt(1.0 / n + 1.0 / seeds);
            double quarter = (max - min) / 4;
            // One-sided: a share or a count that is mostly zero has a mean within two std of its smallest value.
            boolean oneSided = std == 0 || (min == 0 && mean < 2 * std);
            return oneSided ? new double[] {min - quarter, max + quarter} : new double[] {mean - half, mean + half};
        }

        /** Whether the mean of n runs agrees, up to the rounding of the file. */
        public boolean agrees(double value, int n) {
            double[] band = band(n);
            double rounding = 1e-6 * Math.max(1, Math.abs(mean));
            return value >= band[0] - rounding && value <= band[1] + rounding;
        }
    }

    /** The figures that have to agree, by their names in the file. */
    public static final Map<String, ToDoubleFunction<RunFigures>> FIGURES = figures();

    private static Map<String, ToDoubleFunction<RunFigures>> figures() {
        Map<String, ToDoubleFunction<RunFigures>> figures = new LinkedHashMap<>();
        figures.put("initialLoss", RunFigures::initialLoss);
        figures.put("epochLossFirst", RunFigures::epochLossFirst);
        figures.put("epochLossLast", RunFigures::epochLossLast);
        figures.put("testLoss", RunFigures::testLoss);
        figures.put("testLossFull", RunFigures::testLossFull);
        figures.put("testAccuracy", RunFigures::testAccuracy);
        figures.put("saturatedAtStart", RunFigures::saturatedAtStart);
        figures.put("saturatedAtEnd", RunFigures::saturatedAtEnd);
        figures.put("preActivationStdAtStart", RunFigures::preActivationStdAtStart);
        figures.put("activationStdAtStart", RunFigures::activationStdAtStart);
        figures.put("logitStdAtStart", RunFigures::logitStdAtStart);
        figures.put("gradientStdW1AtStart", RunFigures::gradientStdHiddenAtStart);
        figures.put("gradientStdW2AtStart", RunFigures::gradientStdOutputAtStart);
        figures.put("deltaStdHiddenAtStart", RunFigures::deltaStdHiddenAtStart);
        return figures;
    }

    /** Every variant of the file. */
    public static final List<Variant> VARIANTS = List.of(
            variant("a_n01", InitialisationScheme.STANDARD_NORMAL, b -> b),
            variant("b_n01_w2x0.01_b2zero", InitialisationScheme.STANDARD_NORMAL_SMALL_OUTPUT, b -> b),
            variant("c_b_plus_w1x(5/3)/sqrt784_b1x0.01", InitialisationScheme.STANDARD_NORMAL_SCALED, b -> b),
            variant("d_torch_linear", InitialisationScheme.TORCH_LINEAR, b -> b),
            variant("e1_xavier_uniform", InitialisationScheme.XAVIER_UNIFORM, b -> b),
            variant("f2_kaiming_normal_gain5/3_hidden_gain1_output", InitialisationScheme.KAIMING_NORMAL, b -> b),
            variant(
                    "f3_relu_kaiming_normal_sqrt2_both_layers",
                    InitialisationScheme.KAIMING_NORMAL,
                    b -> b.activation(ActivationFunction.RELU).outputScale(Math.sqrt(2))),
            variant(
                    "f5_relu_torch_linear",
                    InitialisationScheme.TORCH_LINEAR,
                    b -> b.activation(ActivationFunction.RELU)),
            variant("g_lecun_normal", InitialisationScheme.LECUN_NORMAL, b -> b),
            variant(
                    "h1_n01_BNbefore_nohiddenbias",
                    InitialisationScheme.STANDARD_NORMAL,
                    b -> b.normalisation(Normalisation.BATCH)),
            variant(
                    "i1_torch_BNbefore_nohiddenbias",
                    InitialisationScheme.TORCH_LINEAR,
                    b -> b.normalisation(Normalisation.BATCH)),
            variant(
                    "j1_torch_BNafter",
                    InitialisationScheme.TORCH_LINEAR,
                    b -> b.normalisation(Normalisation.BATCH).normPosition(NormPosition.AFTER)),
            new Variant("k_n0.01_zerobias", b -> b.initialisation(Initialisation.normal(0.01))),
            variant("z_all_zero", InitialisationScheme.ZEROS, b -> b));

    private static Variant variant(String key, InitialisationScheme scheme, UnaryOperator<MlpSpecBuilder> change) {
        return new Variant(key, b -> change.apply(b.initialisation(scheme)));
    }

    /** PyTorch's figures of every variant, by the variant's key and the figure's name. */
    public static Map<String, Map<String, Figure>> read() {
        try (InputStream in = Reference.class.getResourceAsStream(FILE)) {
            Map<String, Map<String, Figure>> variants = new LinkedHashMap<>();
            new ObjectMapper()
                    .readTree(in)
                    .get("variants")
                    .properties()
                    .forEach(variant -> variants.put(
                            variant.getKey(), figures(variant.getValue().get("figures"))));
            return variants;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE + " from the class path", e);
        }
    }

    private static Map<String, Figure> figures(JsonNode node) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            JsonNode f = entry.getValue();
            figures.put(
                    entry.getKey(),
                    new Figure(
                            f.get("n").asInt(),
                            f.get("mean").asDouble(),
                            f.get("std").asDouble(),
                            f.get("min").asDouble(),
                            f.get("max").asDouble()));
        });
        return figures;
    }

    /** One figure of one variant: ours over n runs beside PyTorch's. */
    public record Comparison(String variant, String figure, double ours, int n, Figure pytorch) {
        public boolean agrees() {
            return pytorch.agrees(ours, n);
        }
    }

    /** Compares the runs of one variant with PyTorch's. */
    public static List<Comparison> compare(String key, List<RunFigures> runs, Map<String, Figure> pytorch) {
        List<Comparison> comparisons = new ArrayList<>();
        FIGURES.forEach((name, figure) -> {
            double mean = runs.stream().mapToDouble(figure).average().orElseThrow();
            comparisons.add(new Comparison(key, name, mean, runs.size(), pytorch.get(name)));
        });
        return comparisons;
    }
}
