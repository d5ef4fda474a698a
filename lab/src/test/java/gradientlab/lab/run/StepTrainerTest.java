package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import gradientlab.engine.Engine;
import gradientlab.engine.StepEngine;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.ResidualScaling;
import gradientlab.model.ResidualSpec;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.junit.jupiter.api.Test;

class StepTrainerTest {

    private static final MlpSpec SPEC =
            MlpSpec.lecture().initialisation(InitialisationScheme.TORCH_LINEAR).build();

    private final List<String> names = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private final TrainingListener seen = new BaseTrainingListener() {
        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            scores.add(model.score());
        }
    };
    private final Watch watch = new Watch(
            name -> {
                names.add(name);
                return List.of(seen);
            },
            Progress.NONE,
            new Interruption());

    @Test
    void itDoesWhatTheEngineDoesAndGoesOnWhereItStopped() {
        MultiLayerNetwork expected = SPEC.toNetwork();
        StepEngine engine = Engine.AUTO.on(expected);
        ImageIterator order = batches();
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            engine.fit(order.next());
            losses.add(expected.score());
        }
        MultiLayerNetwork network = SPEC.toNetwork();
        Net net = Net.of(network);
        ImageIterator batches = batches();
        List<Double> ours = new ArrayList<>(train(net, batches, 3));
        ours.addAll(train(net, batches, 4));
        assertThat(ours).isEqualTo(losses);
        assertThat(network.params()).isEqualTo(expected.params());
        assertThat(names).as("one session on the dashboard").containsExactly("net");
        assertThat(scores).isEqualTo(losses);
        assertThat(network.getListeners()).isEmpty();
    }

    @Test
    void aGraphTrainsLikewise() {
        Net net = Net.of(new ResidualSpec(SPEC.but().hidden(3, 128).build(), ResidualScaling.NONE).toGraph());
        List<Double> losses = train(net, batches(), 30);
        assertThat(losses.get(29)).isLessThan(losses.get(0));
        assertThat(Evaluation.of(net, MnistOnce.data().test(), 100).loss()).isLessThan(losses.get(0));
    }

    @Test
    void moreStepsThanAnEpochHasTakeAnotherEpoch() {
        ImageIterator short3 = batches().cappedAt(3);
        assertThat(train(Net.of(SPEC.toNetwork()), short3, 7)).hasSize(7);
        assertThat(short3.epoch()).isEqualTo(2);
    }

    @Test
    void aLossThatIsNotFiniteEndsTheTrainingAndTheProgressKnows() {
        MlpSpec exploding = SPEC.but()
                .hidden(5, 128)
                .activation(ActivationFunction.RELU)
                .initialisation(Initialisation.normal(1))
                .build();
        int[] steps = {0};
        List<Double> losses = new StepTrainer(watch, Engine.AUTO)
                .train(Net.of(exploding.toNetwork()), "net", batches(), 20, () -> steps[0]++);
        assertThat(losses).hasSizeLessThan(20);
        assertThat(losses.get(losses.size() - 1)).isNaN();
        assertThat(steps[0]).isEqualTo(20);
    }

    @Test
    void aRequestToStopIsSeenAtTheNextStep() {
        watch.interruption().request();
        assertThatThrownBy(() -> train(Net.of(SPEC.toNetwork()), batches(), 3))
                .isInstanceOf(Interruption.Interrupted.class);
    }

    private List<Double> train(Net net, ImageIterator batches, int steps) {
        return new StepTrainer(watch, Engine.AUTO).train(net, "net", batches, steps, () -> {});
    }

    private static ImageIterator batches() {
        return ImageIterator.shuffled(MnistOnce.data().train(), 32, 42);
    }
}
