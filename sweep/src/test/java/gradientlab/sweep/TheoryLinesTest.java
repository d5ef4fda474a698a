package gradientlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.lab.figure.Curve;
import gradientlab.language.Language;
import gradientlab.language.Words;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TheoryLinesTest {

    private static final Words ENGLISH = SweepReport.WORDS.in(Language.ENGLISH);

    private static final SweepAxis DEPTH = SweepAxis.of("depth", "1..101:11");
    private static final SweepAxis VARIANCE = SweepAxis.of("weight-variance", "1..4:4");

    private static MlpSpec net(ActivationFunction activation, Normalisation norm) {
        return MlpSpec.lecture()
                .hidden(5, 64)
                .activation(activation)
                .normalisation(norm)
                .initialisation(Initialisation.scaled(1, Math.sqrt(0.05)))
                .build();
    }

    private static String labels(List<Curve> lines) {
        return lines.stream().map(Curve::label).collect(Collectors.joining(" "));
    }

    private static Curve line(List<Curve> lines, String label) {
        return lines.stream()
                .filter(line -> line.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Schoenholz et al. 2017, σb² = 0.05: critical at σw² = 1.76095; ξ = 3.6270 at σw² = 1 and 6.9808 at 4 (quadrature
     * and ghliu/mean-field-fcdnn agree in four digits). Rows are 1, 11, 21 …, columns 1, 2, 3, 4.
     */
    @Test
    void overTanhNetsLieTheDepthOfTheCorrelationAndTheCriticalVariance() {
        List<Curve> lines =
                TheoryLines.of(net(ActivationFunction.TANH, Normalisation.NONE), 32, DEPTH, VARIANCE, ENGLISH);
        assertThat(labels(lines)).isEqualTo("ξ 2ξ 6ξ critical");
        assertThat(line(lines, "critical").x()[0]).isCloseTo(0.76095, within(1e-4));
        double[] xi = line(lines, "ξ").y();
        assertThat(xi[0]).isCloseTo((3.6270 - 1) / 10, within(1e-4));
        assertThat(xi[xi.length - 1]).isCloseTo((6.9808 - 1) / 10, within(1e-4));
        assertThat(line(lines, "6ξ").y()[0]).isCloseTo((6 * 3.6270 - 1) / 10, within(1e-3));
    }

    /** Yang et al. 2019: Var δ × π/(π − 1) a layer, whatever the weights; of batches of 32 some percent more. */
    @Test
    void overReluNetsWithBatchNormLieLevelLines() {
        List<Curve> lines =
                TheoryLines.of(net(ActivationFunction.RELU, Normalisation.BATCH), 4096, DEPTH, VARIANCE, ENGLISH);
        assertThat(labels(lines)).isEqualTo("ξ∇ 2ξ∇ 6ξ∇");
        double xi = 1 / Math.log(Math.PI / (Math.PI - 1));
        assertThat(Arrays.stream(line(lines, "6ξ∇").y()))
                .allSatisfy(y -> assertThat(1 + 10 * y).isCloseTo(6 * xi, within(0.1)));
    }

    @Test
    void aMapThatLiesOnItsSideHasTheSameLinesAndOneOverOtherAxesHasNone() {
        MlpSpec net = net(ActivationFunction.TANH, Normalisation.NONE);
        assertThat(line(TheoryLines.of(net, 32, VARIANCE, DEPTH, ENGLISH), "critical")
                        .y()[0])
                .isCloseTo(0.76095, within(1e-4));
        assertThat(TheoryLines.of(net, 32, SweepAxis.of("lr", "1,2"), VARIANCE, ENGLISH))
                .isEmpty();
        assertThat(TheoryLines.of(net, 32, DEPTH, SweepAxis.of("weight-variance", "2,1"), ENGLISH))
                .as("values that do not rise have no place between them")
                .isEmpty();
    }
}
