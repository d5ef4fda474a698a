package gradientlab.rulebenchmark;

import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * How a healthy training is spoilt.
 *
 * @param spec changes the specification
 * @param start changes the parameters after they are drawn
 * @param inputFactor all inputs are multiplied by it, the held-out ones too
 * @param nanStep the step whose batch gets one NaN pixel; none if negative
 * @param bigStep the step made at another learning rate; none if negative
 * @param bigRate that learning rate
 */
public record Injection(
        UnaryOperator<MlpSpec> spec,
        Consumer<MultiLayerNetwork> start,
        double inputFactor,
        int nanStep,
        int bigStep,
        double bigRate) {

    /** Spoils nothing. */
    public static final Injection NONE = new Injection(UnaryOperator.identity(), network -> {}, 1, -1, -1, Double.NaN);

    static Injection intoSpec(BiFunction<MlpSpec, MlpSpecBuilder, MlpSpecBuilder> change) {
        return new Injection(spec -> change.apply(spec, spec.but()).build(), NONE.start, 1, -1, -1, Double.NaN);
    }

    static Injection intoParameters(Consumer<MultiLayerNetwork> change) {
        return new Injection(NONE.spec, change, 1, -1, -1, Double.NaN);
    }

    static Injection intoInputs(double factor) {
        return new Injection(NONE.spec, NONE.start, factor, -1, -1, Double.NaN);
    }

    static Injection nanAt(int step) {
        return new Injection(NONE.spec, NONE.start, 1, step, -1, Double.NaN);
    }

    static Injection oneStep(int step, double rate) {
        return new Injection(NONE.spec, NONE.start, 1, -1, step, rate);
    }
}
