package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.HiddenActivations;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpTheory;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.theory.LayerTheory;
import gradientlab.theory.NetTheory;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What mean field theory says of a net against what is measured in it: every activation under every normalisation, fresh nets of
 * 256 units on 128 examples of MNIST, the geometric mean over two seeds, the middle half of the layers.
 */
class TheoryOfFreshNetsTest {

    private static final int DEPTH = 12;
    private static final int UNITS = 256;
    private static final int BATCH = 128;
    private static final int SEEDS = 2;

    private static final double CLOSE = 0.05;

    /** The seeds' mean lies within three of its standard deviations, which the theory states for one input. */
    private static final double DEVIATIONS = 3 / Math.sqrt(SEEDS);

    @ParameterizedTest
    @CsvSource({
        "NONE, BEFORE",
        "BATCH, BEFORE",
        "LAYER, BEFORE",
        "GROUP, BEFORE",
        "BATCH, AFTER",
        "LAYER, AFTER",
        "GROUP, AFTER"
    })
    void everyActivationDoesWhatTheTheorySays(Normalisation norm, NormPosition position) {
        for (ActivationFunction activation : HiddenActivations.ALL) {
            MlpSpec spec = MlpSpec.lecture()
                    .hidden(DEPTH, UNITS)
                    .activation(activation)
                    .normalisation(norm)
                    .normPosition(position)
                    .initialisation(InitialisationScheme.KAIMING_UNIFORM)
                    .build();
            assertAsTheorySays(spec);
        }
    }

    /** The gradient of one example is an outer product: exact but for the draw of z and δ, of which 256 units leave 4 %. */
    @ParameterizedTest
    @CsvSource({"TANH, NONE", "RELU, NONE", "GELU, LAYER", "SELU, GROUP"})
    void ofOneExampleTheGradientOfTheWeightsIsWhatTheTheorySays(ActivationFunction activation, Normalisation norm) {
        MlpSpec spec = MlpSpec.lecture()
                .hidden(4, UNITS)
                .activation(activation)
                .normalisation(norm)
                .initialisation(InitialisationScheme.KAIMING_UNIFORM)
                .build();
        NetTheory theory = MlpTheory.of(spec, FreshNet.meanSquares(1)).orElseThrow();
        List<FreshNet> nets = LongStream.range(0, 8)
                .mapToObj(seed -> FreshNet.of(spec.but().seed(seed).build(), 1))
                .toList();
        for (int l = 0; l < 4; l++) {
            int layer = l;
            double factor = meanLog(
                    nets, net -> net.gradientStd().get(layer) / net.deltaStd().get(layer));
            assertThat(Math.exp(factor)
                            / theory.layers().get(l).gradientFactor().orElseThrow())
                    .as("layer %d", l + 1)
                    .isBetween(1 - CLOSE * 2, 1 + CLOSE * 2);
        }
    }

    private static void assertAsTheorySays(MlpSpec spec) {
        NetTheory theory = MlpTheory.of(spec, FreshNet.meanSquares(BATCH)).orElseThrow();
        List<FreshNet> nets = LongStream.range(0, SEEDS)
                .mapToObj(seed -> FreshNet.of(spec.but().seed(seed).build(), BATCH))
                .toList();
        int[] middle = IntStream.range(DEPTH / 4, DEPTH - DEPTH / 4).toArray();
        double delta = 0;
        for (int l : middle) {
            LayerTheory expected = theory.layers().get(l);
            int layer = l;
            double z = meanLog(nets, net -> net.zStd().get(layer)) - Math.log(expected.preActivationStd());
            assertThat(Math.abs(z))
                    .as("z of %s, layer %d: %s", spec.activation(), l + 1, spec)
                    .isLessThan(tolerance(expected.preActivationSpread().orElse(0)));
            double factor = meanLog(
                            nets,
                            net -> net.deltaStd().get(layer) / net.deltaStd().get(layer + 1))
                    - Math.log(expected.deltaFactor().orElseThrow());
            assertThat(Math.abs(factor))
                    .as("δ of %s, layer %d: %s", spec.activation(), l + 1, spec)
                    .isLessThan(tolerance(ownSpread(expected, theory.layers().get(l + 1))));
            delta += factor / middle.length;
        }
        assertThat(Math.abs(delta)).as("δ per layer: %s", spec).isLessThan(CLOSE / 2);
    }

    private static double tolerance(double spread) {
        return Math.max(CLOSE, DEVIATIONS * spread);
    }

    /** What one layer adds to the spread of δ. */
    private static double ownSpread(LayerTheory layer, LayerTheory next) {
        OptionalDouble to = layer.deltaSpread();
        return to.isEmpty()
                ? 0
                : Math.sqrt(square(to.getAsDouble()) - square(next.deltaSpread().getAsDouble()));
    }

    private static double square(double x) {
        return x * x;
    }

    private static double meanLog(List<FreshNet> nets, ToDoubleFunction<FreshNet> value) {
        return nets.stream()
                .mapToDouble(net -> Math.log(value.applyAsDouble(net)))
                .average()
                .orElseThrow();
    }
}
