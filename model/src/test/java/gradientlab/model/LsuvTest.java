package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LsuvTest {

    private final INDArray x = Nd4j.linspace(0, 1, 64 * 20, DataType.FLOAT).reshape('f', 64, 20);

    @ParameterizedTest
    @CsvSource({"TANH, NONE", "SIGMOID, NONE", "RELU, NONE", "SELU, LAYER", "RELU, BATCH"})
    void everyAffineMapHasVarianceOneOnTheBatch(ActivationFunction activation, Normalisation norm) {
        MultiLayerNetwork network =
                spec().activation(activation).normalisation(norm).build().toNetwork(x);
        Forward forward = Forward.training(network, x);
        assertThat(forward.preActivations()).hasSize(6).allSatisfy(LsuvTest::assertThatVarianceIsOne);
        assertThatVarianceIsOne(forward.logits());
    }

    private static void assertThatVarianceIsOne(INDArray z) {
        assertThat(z.var(false).getDouble(0)).isCloseTo(1, within(1e-4));
    }

    @Test
    void theWeightsStayOrthogonalUpToTheirScale() {
        INDArray w = spec().build().toNetwork(x).getParam("2_W");
        INDArray gram = w.transpose().mmul(w);
        assertThat(gram.div(gram.getDouble(0, 0)).equalsWithEps(Nd4j.eye(16), 1e-4))
                .isTrue();
    }

    @Test
    void withoutDataItIsRefused() {
        assertThatThrownBy(() -> spec().build().toNetwork())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Initialisation lsuv needs a batch to look at: use toNetwork(features)");
    }

    @Test
    void aBatchThatDoesNotVaryIsRefused() {
        assertThatThrownBy(() -> spec().build().toNetwork(Nd4j.zeros(4, 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "LSUV needs outputs of layer \"hidden-1\" that vary on the batch: their standard deviation is"
                                + " 0.0");
    }

    private static MlpSpecBuilder spec() {
        return MlpSpec.lecture().inputs(20).hidden(6, 16).classes(3).initialisation(InitialisationScheme.LSUV);
    }
}
