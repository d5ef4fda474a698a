package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class UpdateRatiosTest {

    @Test
    void theRatioIsThatOfTheChangeThatFitMade() {
        MultiLayerNetwork network =
                Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.dense(5, Activation.TANH), Nets.softmax());
        network.fit(Nets.batch(DataType.FLOAT, 1));
        Map<String, INDArray> before = new HashMap<>();
        network.paramTable().forEach((key, array) -> before.put(key, array.dup()));
        Map<String, Double> ratios = new HashMap<>();

        network.setListeners(at(model -> ratios.putAll(UpdateRatios.of(model))));
        network.fit(Nets.batch(DataType.FLOAT, 2));

        assertThat(ratios.keySet()).isEqualTo(network.paramTable().keySet()).contains("0_W", "2_b");
        before.forEach((key, array) -> {
            INDArray after = network.getParam(key);
            double change = array.sub(after).castTo(DataType.DOUBLE).stdNumber().doubleValue();
            double expected = Math.log10(
                    change / after.castTo(DataType.DOUBLE).stdNumber().doubleValue());
            // The change is a difference of floats, rounded at 6e-8 of the parameter; updates are about 1e-2 of it.
            assertThat(ratios.get(key)).as(key).isCloseTo(expected, within(1e-4));
        });
    }

    @Test
    void aGraphsRatiosAreKeyedByVertex() {
        ComputationGraph graph = new ComputationGraph(Nets.builder(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", Nets.dense(5, Activation.TANH), "in")
                .addLayer("out", Nets.softmax(), "hidden")
                .setOutputs("out")
                .setInputTypes(InputType.feedForward(Nets.INPUTS))
                .build());
        graph.init();
        Map<String, Double> ratios = new HashMap<>();

        graph.setListeners(at(model -> ratios.putAll(UpdateRatios.of(model))));
        graph.fit(Nets.batch(DataType.FLOAT, 1));

        assertThat(ratios.keySet()).containsExactlyInAnyOrder("hidden_W", "hidden_b", "out_W", "out_b");
        assertThat(ratios.get("hidden_W")).isBetween(-4.0, 0.0);
    }

    @Test
    void aParameterThatDoesNotVaryHasNoRatio() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        Map<String, Double> ratios = new HashMap<>();

        network.setListeners(at(model -> {
            model.getParam("0_W").assign(0.5);
            model.getParam("1_W").putScalar(0, Double.NaN);
            model.getParam("1_b").assign(Nd4j.createFromArray(1f, 2f, 3f, 4f));
            model.gradient().getGradientFor("1_b").assign(0);
            ratios.putAll(UpdateRatios.of(model));
        }));
        network.fit(Nets.batch(DataType.FLOAT, 1));

        assertThat(ratios.get("0_W")).isNaN();
        assertThat(ratios.get("1_W")).isNaN();
        assertThat(ratios.get("1_b")).as("no update at all").isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ratios.get("0_b")).isFinite();
    }

    @Test
    void runningStatisticsAreNotLearnedAndHaveNoRatio() {
        MultiLayerNetwork network =
                Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.norm(), Nets.softmax());
        Map<String, Double> ratios = new HashMap<>();

        network.setListeners(at(model -> ratios.putAll(UpdateRatios.of(model))));
        network.fit(Nets.batch(DataType.FLOAT, 1));

        assertThat(ratios.keySet()).containsExactlyInAnyOrder("0_W", "0_b", "1_gamma", "1_beta", "2_W", "2_b");
    }

    @Test
    void aModelThatWasNeverTrainedIsRefused() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.softmax());

        assertThatThrownBy(() -> UpdateRatios.of(network))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("iterationDone");
    }

    private static BaseTrainingListener at(Consumer<Model> work) {
        return new BaseTrainingListener() {
            @Override
            public void iterationDone(Model model, int iteration, int epoch) {
                work.accept(model);
            }
        };
    }
}
