package gradientlab.rulebenchmark.cases;

import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Draws the weights and biases of a layer as its case says: DL4J has neither all of the rules nor random biases. */
final class CaseParameters {

    private CaseParameters() {}

    /**
     * Sets W and b of a layer.
     *
     * @param layer the initialised layer
     * @param spec the case's layer; glorotUniform and zeros where it says nothing
     * @param area the positions of the kernel, by which a fan of a convolution counts; 1 for a dense layer
     */
    static void into(Layer layer, Spec spec, int area, Random random) {
        INDArray w = layer.getParam("W");
        boolean dense = w.rank() == 2;
        double fanIn = dense ? w.size(0) : w.size(1) * area;
        double fanOut = dense ? w.size(1) : w.size(0) * area;
        fill(w, source(rule(spec, "weightInit"), "glorotUniform", fanIn, fanOut, random));
        INDArray b = layer.getParam("b");
        if (b != null) {
            fill(b, source(rule(spec, "biasInit"), "zeros", fanIn, fanOut, random));
        }
    }

    /**
     * Sets the weights, recurrent weights and biases that a case names, and leaves all others as DL4J draws them.
     *
     * @param layer the initialised layer, of any kind
     */
    static void onlyAsSaid(Layer layer, Spec spec, Random random) {
        Map.of("weightInit", "W", "recurrentInit", "RW", "biasInit", "b").entrySet().stream()
                .filter(each -> spec.has(each.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> {
                    INDArray parameter = layer.getParam(each.getValue());
                    double units = spec.whole("units");
                    double in = Math.max(1, parameter.length() / units);
                    fill(parameter, source(spec.child(each.getKey()), "zeros", in, units, random));
                });
    }

    private static Spec rule(Spec spec, String key) {
        return spec.has(key) ? spec.child(key) : null;
    }

    private static void fill(INDArray parameter, DoubleSupplier source) {
        double[] values = new double[(int) parameter.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = source.getAsDouble();
        }
        parameter.assign(org.nd4j.linalg.factory.Nd4j.create(values, parameter.shape(), 'c')
                .castTo(parameter.dataType()));
    }

    private static DoubleSupplier source(Spec rule, String otherwise, double in, double out, Random random) {
        String kind = rule == null ? otherwise : rule.text("kind");
        return switch (kind) {
            case "glorotUniform" -> uniform(random, Math.sqrt(6 / (in + out)));
            case "glorotNormal" -> normal(random, Math.sqrt(2 / (in + out)));
            case "heNormal" -> normal(random, Math.sqrt(2 / in));
            case "heUniform" -> uniform(random, Math.sqrt(6 / in));
            case "lecunNormal" -> normal(random, Math.sqrt(1 / in));
            case "lecunUniform" -> uniform(random, Math.sqrt(3 / in));
            case "sigmoidUniform" -> uniform(random, 4 * Math.sqrt(6 / (in + out)));
            case "normal" -> normal(random, rule.number("std"));
            case "truncNormal" -> truncated(random, rule.number("std"));
            case "uniform" -> {
                double low = rule.number("low");
                double high = rule.number("high");
                yield () -> low + (high - low) * random.nextDouble();
            }
            case "zeros" -> () -> 0;
            case "constant" -> {
                double value = rule.number("value");
                yield () -> value;
            }
            default -> throw rule.unknown("kind");
        };
    }

    private static DoubleSupplier uniform(Random random, double limit) {
        return () -> (2 * random.nextDouble() - 1) * limit;
    }

    private static DoubleSupplier normal(Random random, double std) {
        return () -> std * random.nextGaussian();
    }

    /** Drawn again beyond two standard deviations. */
    private static DoubleSupplier truncated(Random random, double std) {
        return () -> {
            double z = random.nextGaussian();
            while (Math.abs(z) > 2) {
                z = random.nextGaussian();
            }
            return std * z;
        };
    }
}
