package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class BatchNormFoldingTest {

    private final INDArray x = Nd4j.linspace(-1, 2, 160, DataType.FLOAT).reshape('f', 16, 10);

    @ParameterizedTest
    @CsvSource({"TANH, true", "RELU, false", "PRELU, false"})
    void theFoldedNetworkGivesTheSameOutputs(ActivationFunction activation, boolean bias) {
        MlpSpec spec = spec().activation(activation).hiddenBias(bias).build();
        MultiLayerNetwork network = spec.toNetwork();
        for (int i = 0; i < 20; i++) {
            network.fit(new DataSet(x, labels()));
        }
        MultiLayerNetwork folded = BatchNormFolding.fold(spec, network);
        assertThat(folded.getnLayers()).isEqualTo(network.getnLayers() - 2);
        INDArray expected = Prediction.inference(network, x);
        assertThat(Prediction.inference(folded, x)
                        .equalsWithEps(expected, 1e-5 * expected.amaxNumber().doubleValue()))
                .isTrue();
        assertThat(Prediction.inference(spec.toNetwork(), x).equalsWithEps(expected, 0.1))
                .as("training has changed the outputs")
                .isFalse();
    }

    @Test
    void withoutBatchNormBeforeTheNonlinearityItIsRefused() {
        MlpSpec spec = spec().normalisation(Normalisation.LAYER).build();
        assertThatThrownBy(() -> BatchNormFolding.fold(spec, spec.toNetwork()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Folding needs batch normalisation before the nonlinearity, not layer before it");
    }

    @Test
    void trainingModeRefusesASingleExampleAndSaysWhy() {
        MultiLayerNetwork network = spec().build().toNetwork();
        INDArray one = x.getRow(0, true);
        assertThatThrownBy(() -> Prediction.training(network, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs at least 2 examples, not 1")
                .hasMessageContaining("running statistics");
        assertThat(Prediction.training(network, x).shape()).containsExactly(16, 3);
        assertThat(Prediction.training(
                                spec().normalisation(Normalisation.LAYER)
                                        .build()
                                        .toNetwork(),
                                one)
                        .shape())
                .containsExactly(1, 3);
    }

    private static MlpSpecBuilder spec() {
        return MlpSpec.lecture()
                .inputs(10)
                .hidden(2, 16)
                .classes(3)
                .initialisation(InitialisationScheme.TORCH_LINEAR)
                .normalisation(Normalisation.BATCH);
    }

    private static INDArray labels() {
        INDArray labels = Nd4j.zeros(16, 3);
        for (int i = 0; i < 16; i++) {
            labels.putScalar(i, i % 3, 1);
        }
        return labels;
    }
}
