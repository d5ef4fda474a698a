package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.history.Observation;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** Gradient norms against the step that DL4J makes with SGD of rate 1: the step is the gradient as the updater got it. */
class GradientNormsTest {

    private static final DataSet BATCH = Nets.batch(DataType.DOUBLE, 3);

    /** The probe's copies are float32. */
    private static final double ROUNDING = 1e-6;

    @ParameterizedTest
    @EnumSource(GradientNormalization.class)
    void whatClippingLeavesIsTheStep(GradientNormalization clipping) {
        for (boolean mean : new boolean[] {true, false}) {
            MultiLayerNetwork network = network(
                    builder().miniBatch(mean).gradientNormalization(clipping).gradientNormalizationThreshold(0.05));
            List<GradientNorms> norms = observed(network).gradients();
            INDArray before = network.params().dup();
            network.fit(BATCH);
            INDArray step = before.sub(network.params());

            if (clipping == GradientNormalization.None) {
                assertThat(norms).as("nothing to say").isEmpty();
            } else {
                double sum = norms.stream()
                        .mapToDouble(norm -> norm.after() * norm.after())
                        .sum();
                assertThat(Math.sqrt(sum))
                        .as("%s, %s", clipping, mean ? "mean" : "sum")
                        .isCloseTo(step.norm2Number().doubleValue(), within(ROUNDING * 10));
            }
        }
    }

    @Test
    void withoutAnEffectClippingLeavesTheGradientAsItWas() {
        MultiLayerNetwork network = network(builder()
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(1e6));

        assertThat(observed(network).gradients()).hasSize(2).allSatisfy(norm -> {
            assertThat(norm.after()).isEqualTo(norm.before()).isPositive();
            assertThat(norm.weights()).isLessThan(norm.before());
            assertThat(norm.penalty()).isZero();
        });
    }

    @Test
    void whatRegularisationAsksForIsItsPartOfTheStep() {
        MultiLayerNetwork plain = network(builder());
        MultiLayerNetwork penalised = network(builder().l2(0.3).l1(0.02));
        penalised.setParams(plain.params().dup());
        List<GradientNorms> norms = observed(penalised).gradients();
        plain.fit(BATCH);
        penalised.fit(BATCH);

        for (int layer = 0; layer < 2; layer++) {
            INDArray part = plain.getParam(layer + "_W").sub(penalised.getParam(layer + "_W"));
            assertThat(norms.get(layer).penalty()).isCloseTo(part.norm2Number().doubleValue(), within(ROUNDING));
            assertThat(norms.get(layer).weights()).isPositive();
        }
    }

    private static Observation observed(MultiLayerNetwork network) {
        return Preflight.of(network, BATCH).history().observations().get(0);
    }

    private static NeuralNetConfiguration.Builder builder() {
        return Nets.builder(DataType.DOUBLE).updater(new Sgd(1));
    }

    private static MultiLayerNetwork network(NeuralNetConfiguration.Builder builder) {
        return Nets.of(
                builder, InputType.feedForward(Nets.INPUTS), List.of(Nets.dense(5, Activation.TANH), Nets.softmax()));
    }
}
