package gradientlab.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.mnist.MnistDataset;
import gradientlab.model.MlpTheory;
import gradientlab.theory.NetTheory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

class InputSizesTest {

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu", "gelu", "swish"})
    void eightGroupsOfExamplesGiveTheLineOfEachByItself(String activation) throws Exception {
        Data data = Data.of(MnistDataset.bundled());
        ExploredNet net = NetSettingsTest.net("init=kaiming-normal depth=12 activation=" + activation);
        DataSet batch = data.batches(net).next();
        INDArray squares = batch.getFeatures().mul(batch.getFeatures()).mean(1);
        NetTheory each = MlpTheory.of(net.spec(), squares.toDoubleVector()).orElseThrow();
        InputSizes sizes = new InputSizes(batch);
        NetTheory groups = MlpTheory.of(net.spec(), sizes.groups()).orElseThrow();
        for (int layer = 0; layer < net.depth(); layer++) {
            assertThat(groups.preActivationStd().get(layer)
                            / each.preActivationStd().get(layer))
                    .isCloseTo(1, within(0.02));
        }
        assertThat(Arrays.stream(sizes.groups()).average().orElseThrow()).isCloseTo(sizes.meanSquare(), within(1e-9));
        assertThat(sizes.meanSquare()).isCloseTo(squares.meanNumber().doubleValue(), within(1e-6));
    }
}
