package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What listeners hear of the direct engine, against what they hear of {@code MultiLayerNetwork.fit}. */
class ListenerTest {

    static Stream<MlpSpec> nets() {
        return Stream.of(
                net().build(),
                net().normalisation(Normalisation.BATCH).build(),
                net().normalisation(Normalisation.BATCH)
                        .normPosition(NormPosition.AFTER)
                        .activation(ActivationFunction.PRELU)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theyAreCalledInTheSameOrderWithTheSameContents(MlpSpec spec) {
        List<Recorder.Call> stock = recorded(spec, Engine.DL4J);
        List<Recorder.Call> direct = recorded(spec, Engine.DIRECT);
        assertThat(direct).hasSameSizeAs(stock);
        for (int i = 0; i < stock.size(); i++) {
            assertSame(direct.get(i), stock.get(i));
        }
    }

    private static List<Recorder.Call> recorded(MlpSpec spec, Engine engine) {
        MultiLayerNetwork network = spec.toNetwork();
        Recorder recorder = new Recorder();
        network.setListeners(recorder);
        StepEngine steps = engine.on(network);
        for (int step = 0; step < 3; step++) {
            steps.fit(Batches.random(8, step));
        }
        steps.fit(Batches.random(5, 4));
        return recorder.calls;
    }

    private static void assertSame(Recorder.Call direct, Recorder.Call stock) {
        assertThat(direct.name()).isEqualTo(stock.name());
        assertThat(direct.names()).isEqualTo(stock.names());
        assertThat(direct.numbers()).hasSameSizeAs(stock.numbers());
        for (int k = 0; k < stock.numbers().size(); k++) {
            assertThat(direct.numbers().get(k)).isCloseTo(stock.numbers().get(k), within(1e-6));
        }
        for (int k = 0; k < stock.arrays().size(); k++) {
            Recorder.Values expected = stock.arrays().get(k);
            assertThat(direct.arrays().get(k).shape()).isEqualTo(expected.shape());
            assertThat(direct.arrays().get(k).values())
                    .as(stock.name())
                    .containsExactly(expected.values(), within(1e-5f));
        }
    }

    @Test
    void whatTheyChangeInTheGradientIsWhatTheUpdateUses() {
        MultiLayerNetwork network = net().build().toNetwork();
        INDArray before = network.params().dup();
        network.setListeners(new BaseTrainingListener() {
            @Override
            public void onGradientCalculation(Model model) {
                model.gradient().gradient().assign(0);
            }

            @Override
            public void iterationDone(Model model, int iteration, int epoch) {}
        });
        Engine.DIRECT.on(network).fit(Batches.random(8, 1));
        assertThat(network.params()).isEqualTo(before);
    }

    private static MlpSpecBuilder net() {
        return MlpSpec.lecture()
                .inputs(Batches.INPUTS)
                .hidden(List.of(5, 4))
                .classes(Batches.CLASSES)
                .initialisation(InitialisationScheme.TORCH_LINEAR);
    }
}
