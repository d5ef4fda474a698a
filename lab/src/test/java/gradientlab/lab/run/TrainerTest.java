package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.engine.Engine;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.Normalisation;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.dataset.DataSet;

class TrainerTest {

    private static final TrainingPlan SHORT = TrainingPlan.LECTURE
            .with(b -> b.initialisation(InitialisationScheme.TORCH_LINEAR))
            .lasting(2, 15);

    private final Trainer trainer = new Trainer(MnistOnce.data(), Watch.nobody());

    @Test
    void theSameSeedGivesTheSameBits() {
        TrainingPlan plan = SHORT.with(b -> b.normalisation(Normalisation.BATCH).activation(ActivationFunction.RELU));
        TrainedRun first = trainer.train("first", plan);
        TrainedRun second = trainer.train("second", plan);
        assertThat(second.figures()).isEqualTo(first.figures());
        assertThat(second.iterations()).isEqualTo(first.iterations());
        assertThat(second.network().params().toFloatVector())
                .isEqualTo(first.network().params().toFloatVector());
    }

    @Test
    void anotherSeedGivesOtherFigures() {
        RunFigures first = trainer.train("first", SHORT).figures();
        RunFigures second = trainer.train("second", SHORT.repetition(1)).figures();
        assertThat(second.seed()).isEqualTo(first.seed() + 1);
        assertThat(second.initialLoss()).isNotEqualTo(first.initialLoss());
    }

    /** The lecture's loop written out with stock DL4J, and its evaluation by DL4J's own class. */
    @Test
    void trainingIsTheLecturesLoop() {
        MultiLayerNetwork network = SHORT.spec().toNetwork();
        ImageIterator batches =
                ImageIterator.shuffled(MnistOnce.data().train(), 32, 42).cappedAt(15);
        double[] epochLoss = new double[2];
        double firstLoss = Double.NaN;
        for (int epoch = 0; epoch < 2; epoch++) {
            for (int i = 0; i < 15; i++) {
                DataSet batch = batches.next();
                double loss = network.score(batch, true);
                firstLoss = Double.isNaN(firstLoss) ? loss : firstLoss;
                epochLoss[epoch] += loss / 15;
                network.fit(batch);
            }
            batches.reset();
        }
        RunFigures figures = trainer.train("lecture", SHORT).figures();
        assertThat(figures.initialLoss()).isCloseTo(firstLoss, within(1e-6));
        assertThat(figures.epochLoss().get(0)).isCloseTo(epochLoss[0], within(1e-6));
        assertThat(figures.epochLoss().get(1)).isCloseTo(epochLoss[1], within(1e-6));
        DataSet test = MnistOnce.data().test().first(10_000);
        Evaluation stock = network.evaluate(new ListDataSetIterator<>(List.of(test), 10_000));
        assertThat(figures.testAccuracy()).isCloseTo(stock.accuracy(), within(1e-12));
        assertThat(figures.testLossFull()).isCloseTo(network.score(test, false), within(1e-5));
        assertThat(figures.testLoss())
                .isCloseTo(network.score(MnistOnce.data().test().first(3_232), false), within(1e-5));
    }

    @Test
    void whatIsWatchedDoesNotChangeWhatIsTrained() {
        Watch watch = new Watch(
                name -> List.of(new org.deeplearning4j.optimize.listeners.CollectScoresIterationListener()),
                Progress.NONE,
                new Interruption());
        TrainedRun watched = new Trainer(MnistOnce.data(), watch).train("watched", SHORT);
        assertThat(watched.figures())
                .isEqualTo(trainer.train("unwatched", SHORT).figures());
    }

    @Test
    void theEnginesAgreeAndAreNamed() {
        TrainedRun direct = trainer.train("direct", SHORT);
        TrainedRun stock = new Trainer(MnistOnce.data(), Watch.nobody(), Engine.DL4J).train("stock", SHORT);
        assertThat(direct.engine().engine()).isEqualTo(Engine.DIRECT);
        assertThat(stock.engine().engine()).isEqualTo(Engine.DL4J);
        assertThat(direct.figures().testLossFull()).isCloseTo(stock.figures().testLossFull(), within(1e-4));
    }

    @Test
    void progressCountsEveryStep() {
        int[] steps = new int[2];
        Progress counting = (name, total) -> {
            steps[0] = (int) total;
            return () -> steps[1]++;
        };
        new Trainer(MnistOnce.data(), new Watch(name -> List.of(), counting, new Interruption()))
                .train("counted", SHORT);
        assertThat(steps).containsExactly(30, 30);
    }

    @Test
    void anInterruptionEndsTheTrainingAtItsNextStep() {
        Interruption interruption = new Interruption();
        int[] steps = new int[1];
        Progress interrupting = (name, total) -> () -> {
            if (++steps[0] == 7) {
                interruption.request();
            }
        };
        Trainer watched = new Trainer(MnistOnce.data(), new Watch(name -> List.of(), interrupting, interruption));
        assertThatThrownBy(() -> watched.train("interrupted", SHORT)).isInstanceOf(Interruption.Interrupted.class);
        assertThat(steps[0]).isEqualTo(7);
    }

    @Test
    void aDivergedTrainingIsReportedAsItIs() {
        TrainingPlan wild = SHORT.with(b -> b.learningRate(1e30).activation(ActivationFunction.RELU));
        RunFigures figures = trainer.train("wild", wild).figures();
        assertThat(figures.testLoss()).isNaN();
        assertThat(figures.epochLossLast()).isNaN();
    }

    @Test
    void iterationsCarryTheUpdateRatioOfEveryWeightInTheOrderOfTheLayers() {
        TrainedRun run =
                trainer.train("ratios", SHORT.with(b -> b.hidden(2, 16)).lasting(1, 1));
        Iteration step = run.iterations().get(0);
        assertThat(step.logRatios().keySet()).containsExactly("hidden-1.W", "hidden-2.W", "output.W");
        // Plain SGD: the update is lr times the gradient, which was measured on the same batch before the step.
        double weights =
                run.plan().spec().toNetwork().getParam("0_W").stdNumber().doubleValue();
        double expected = Math.log10(0.1 * run.figures().gradientStdHiddenAtStart() / weights);
        assertThat(step.logRatios().get("hidden-1.W")).isCloseTo(expected, within(0.02));
    }
}
