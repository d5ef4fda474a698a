package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class ForwardTest {

    private static final double FLOAT_TOLERANCE = 1e-5;

    private final INDArray x =
            Nd4j.linspace(-1, 2, 40, org.nd4j.linalg.api.buffer.DataType.FLOAT).reshape(8, 5);

    @Test
    void itReturnsWhatTheLecturesForwardReturns() {
        MultiLayerNetwork network = spec().build().toNetwork();
        INDArray h = x.mmul(network.getParam("0_W")).addiRowVector(network.getParam("0_b"));
        INDArray hAct = Transforms.tanh(h, true);
        INDArray logits = hAct.mmul(network.getParam("2_W")).addiRowVector(network.getParam("2_b"));

        Forward forward = Forward.inference(network, x);
        assertThat(forward.preActivations()).singleElement().matches(a -> a.equalsWithEps(h, FLOAT_TOLERANCE));
        assertThat(forward.activations()).singleElement().matches(a -> a.equalsWithEps(hAct, FLOAT_TOLERANCE));
        assertThat(forward.logits().equalsWithEps(logits, FLOAT_TOLERANCE)).isTrue();
        assertThat(Transforms.softmax(logits).equalsWithEps(network.output(x), FLOAT_TOLERANCE))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void inTrainingBatchNormUsesTheBatchAndLeavesTheRunningStatisticsAlone(NormPosition place) {
        MultiLayerNetwork network = normalised(place).toNetwork();
        INDArray before = network.params().dup();
        INDArray input = normInput(network, place).dup();
        INDArray batch = normOutput(network, true);
        for (int unit = 0; unit < 4; unit++) {
            assertThat(batch.getColumn(unit).meanNumber().doubleValue()).isCloseTo(0, within(1e-5));
            double variance = input.getColumn(unit).var(false).getDouble(0);
            assertThat(batch.getColumn(unit).std(false).getDouble(0))
                    .isCloseTo(Math.sqrt(variance / (variance + 1e-5)), within(1e-3));
        }
        assertThat(network.params()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void inInferenceBatchNormUsesTheRunningStatistics(NormPosition place) {
        MultiLayerNetwork network = normalised(place).toNetwork();
        assertThat(normOutput(network, false).equalsWithEps(normInput(network, place), 1e-4))
                .as("running mean 0 and std 1 at the start: the identity but for eps")
                .isTrue();
        INDArray input = normInput(network, place).dup();
        network.fit(new DataSet(x, labels()));
        String norm = place == NormPosition.BEFORE ? "1" : "2";
        // running = 0.9 · old + 0.1 · batch, with the biased variance; the variance is stored as log10 of the std.
        INDArray mean = input.mean(0).muli(0.1);
        INDArray variance = input.var(false, 0).muli(0.1).addi(0.9);
        assertThat(network.getParam(norm + "_mean").reshape(4).equalsWithEps(mean, 1e-4))
                .isTrue();
        INDArray std = Transforms.pow(
                Nd4j.valueArrayOf(new long[] {4}, 10f),
                network.getParam(norm + "_log10stdev").reshape(4));
        assertThat(std.muli(std.dup()).equalsWithEps(variance, 1e-3)).isTrue();
    }

    @Test
    void aSingleExampleIsPredictedAsInsideItsBatch() {
        MultiLayerNetwork network = normalised(NormPosition.BEFORE).toNetwork();
        network.fit(new DataSet(x, labels()));
        INDArray all = Forward.inference(network, x).logits();
        INDArray one = Forward.inference(network, x.getRow(3, true)).logits();
        assertThat(one.getRow(0).equalsWithEps(all.getRow(3), FLOAT_TOLERANCE)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("gradientlab.model.HiddenActivations#ALL")
    void everyNonlinearityIsReachable(ActivationFunction activation) {
        MultiLayerNetwork network =
                spec().hidden(3, 4).activation(activation).build().toNetwork();
        Forward forward = Forward.training(network, x);
        assertThat(forward.preActivations()).hasSize(3);
        assertThat(forward.activations()).hasSize(3);
        double h = forward.preActivations().get(2).getDouble(1, 2);
        assertThat(forward.activations().get(2).getDouble(1, 2)).isCloseTo(activation.value(h), within(1e-4));
    }

    private INDArray normInput(MultiLayerNetwork network, NormPosition place) {
        Forward forward = Forward.inference(network, x);
        return (place == NormPosition.BEFORE ? forward.preActivations() : forward.activations()).get(0);
    }

    private INDArray normOutput(MultiLayerNetwork network, boolean training) {
        // Up to the norm layer and no further: DL4J's activation layer overwrites its input in inference.
        int layer = network.paramTable().containsKey("1_gamma") ? 1 : 2;
        return network.feedForwardToLayer(layer, x, training).get(layer + 1);
    }

    private static MlpSpec normalised(NormPosition place) {
        return spec().normalisation(Normalisation.BATCH).normPosition(place).build();
    }

    private static MlpSpecBuilder spec() {
        return MlpSpec.lecture().inputs(5).hidden(1, 4).classes(3);
    }

    private static INDArray labels() {
        INDArray labels = Nd4j.zeros(8, 3);
        for (int i = 0; i < 8; i++) {
            labels.putScalar(i, i % 3, 1);
        }
        return labels;
    }
}
