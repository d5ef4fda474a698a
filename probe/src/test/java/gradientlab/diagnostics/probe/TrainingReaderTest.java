package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.facts.Clipping;
import gradientlab.diagnostics.facts.ClippingKind;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.Noise;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.Penalty;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.facts.UpdaterFacts;
import java.util.List;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** What the configuration says, where the expected values stand in the configuration just above. */
class TrainingReaderTest {

    private static final double NONE = Double.NaN;

    @Test
    void anOutputLayerSaysItsLossItsNonlinearityAndItsWidth() {
        assertThat(output(LossFunction.MCXENT, Activation.SOFTMAX))
                .isEqualTo(new OutputFacts(
                        "layer0", "OutputLayer", "softmax", LossKind.MCXENT, "LossMCXENT", false, true, 4));
        assertThat(output(LossFunction.NEGATIVELOGLIKELIHOOD, Activation.SOFTMAX)
                        .loss())
                .isEqualTo(LossKind.MCXENT);
        assertThat(output(LossFunction.XENT, Activation.SIGMOID).loss()).isEqualTo(LossKind.XENT);
        assertThat(output(LossFunction.MSE, Activation.IDENTITY).activation()).isEqualTo("identity");
        assertThat(output(LossFunction.MSE, Activation.IDENTITY).loss()).isEqualTo(LossKind.MSE);
        assertThat(output(LossFunction.MEAN_ABSOLUTE_ERROR, Activation.IDENTITY).loss())
                .isEqualTo(LossKind.MAE);
        assertThat(output(LossFunction.HINGE, Activation.TANH).loss()).isEqualTo(LossKind.HINGE);
        assertThat(output(LossFunction.COSINE_PROXIMITY, Activation.TANH).lossName())
                .isEqualTo("LossCosineProximity");
        assertThat(output(LossFunction.COSINE_PROXIMITY, Activation.TANH).formulaKnown())
                .isFalse();
    }

    @Test
    void weightsOfTheLossAndLossesThatAddMoreAreSaid() {
        OutputLayer weighted = new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(1f, 2f, 1f, 1f)))
                .nOut(4)
                .activation(Activation.SOFTMAX)
                .build();
        CenterLossOutputLayer centre = new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(4)
                .activation(Activation.SOFTMAX)
                .build();

        assertThat(facts(weighted).outputs().get(0).weighted()).isTrue();
        assertThat(facts(weighted).outputs().get(0).formulaKnown()).isFalse();
        assertThat(facts(centre).outputs().get(0).weighted()).isFalse();
        assertThat(facts(centre).outputs().get(0).plainScore()).isFalse();
    }

    @Test
    void aLossLayerHasALossAndTheWidthOfWhatIsBelow() {
        TrainingFacts facts = facts(
                Nets.dense(4, Activation.IDENTITY),
                new LossLayer.Builder(LossFunction.XENT)
                        .activation(Activation.SIGMOID)
                        .build());

        assertThat(facts.outputs().get(0).loss()).isEqualTo(LossKind.XENT);
        assertThat(facts.outputs().get(0).units()).isIn(0, 4);
        assertThat(facts.layers().get(1).parameters()).isZero();
    }

    @Test
    void updatersSayTheirRateAndTheirConstants() {
        assertThat(updater(new Sgd(0.3))).isEqualTo(new UpdaterFacts("Sgd", 0.3, "", NONE, NONE, NONE));
        assertThat(updater(new Nesterovs(0.2, 0.8))).isEqualTo(new UpdaterFacts("Nesterovs", 0.2, "", 0.8, NONE, NONE));
        assertThat(updater(new Adam(1e-3, 0.8, 0.99, 1e-6)))
                .isEqualTo(new UpdaterFacts("Adam", 1e-3, "", 0.8, 0.99, 1e-6));
        assertThat(updater(new RmsProp(1e-2, 0.9, 1e-7)))
                .isEqualTo(new UpdaterFacts("RmsProp", 1e-2, "", NONE, 0.9, 1e-7));
        assertThat(updater(new AdaGrad(0.1, 1e-5))).isEqualTo(new UpdaterFacts("AdaGrad", 0.1, "", NONE, NONE, 1e-5));
        assertThat(updater(new AdaDelta(0.9, 1e-4))).isEqualTo(new UpdaterFacts("AdaDelta", NONE, "", NONE, 0.9, 1e-4));
    }

    @Test
    void aScheduleIsReadAtTheIterationTheNetworkHasReached() {
        Sgd halved = new Sgd(new ExponentialSchedule(ScheduleType.ITERATION, 0.8, 0.5));
        MultiLayerNetwork network = Nets.of(
                Nets.builder(DataType.FLOAT).updater(halved),
                InputType.feedForward(Nets.INPUTS),
                List.of(Nets.softmax()));
        assertThat(TrainingReader.of(network).layers().get(0).updater())
                .isEqualTo(new UpdaterFacts("Sgd", 0.8, "ExponentialSchedule", NONE, NONE, NONE));
        network.fit(Nets.batch(DataType.FLOAT, 1));
        network.fit(Nets.batch(DataType.FLOAT, 2));

        TrainingFacts later = TrainingReader.of(network);

        assertThat(later.layers().get(0).updater().rate()).isCloseTo(0.2, within(1e-12));
        assertThat(later.updatesBefore()).isEqualTo(2);
        assertThat(later.pretrained()).isTrue();
    }

    @Test
    void regularisationClippingAndNoiseAreThoseOfTheLayer() {
        DenseLayer layer = new DenseLayer.Builder()
                .nOut(5)
                .activation(Activation.TANH)
                .l1(0.01)
                .l2(0.02)
                .dropOut(0.7)
                .weightNoise(new DropConnect(0.9))
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(0.5)
                .build();
        LayerTraining facts = facts(layer, Nets.softmax()).layers().get(0);

        assertThat(facts.penalty()).isEqualTo(new Penalty(0.01, 0.02, 0));
        assertThat(facts.dropout().kind()).isEqualTo("Dropout");
        assertThat(facts.dropout().dropped()).as("DL4J keeps 0.7").isCloseTo(0.3, within(1e-12));
        assertThat(facts.weightNoise().kind()).isEqualTo("DropConnect");
        assertThat(facts.weightNoise().dropped()).isCloseTo(0.1, within(1e-12));
        assertThat(facts.clipping()).isEqualTo(new Clipping(ClippingKind.CLIP_PER_LAYER, 0.5));
        assertThat(facts.parameters()).isEqualTo(6 * 5 + 5);
    }

    @Test
    void aWeightDecayIsGivenByTheUnitOfTheLearningRate() {
        Layer withRate = new DenseLayer.Builder()
                .nOut(5)
                .updater(new Sgd(0.1))
                .weightDecay(0.02, true)
                .build();
        Layer without = new DenseLayer.Builder()
                .nOut(5)
                .updater(new Sgd(0.1))
                .weightDecay(0.02, false)
                .build();

        assertThat(facts(withRate, Nets.softmax()).layers().get(0).penalty().weightDecay())
                .isEqualTo(0.02);
        assertThat(facts(without, Nets.softmax()).layers().get(0).penalty().weightDecay())
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void gaussianDropoutHasItsRateAndGaussianNoiseDropsNothing() {
        Noise dropout = facts(
                        new DenseLayer.Builder()
                                .nOut(5)
                                .dropOut(new GaussianDropout(0.25))
                                .build(),
                        Nets.softmax())
                .layers()
                .get(0)
                .dropout();
        Noise noise = facts(
                        new DenseLayer.Builder()
                                .nOut(5)
                                .dropOut(new GaussianNoise(0.1))
                                .build(),
                        Nets.softmax())
                .layers()
                .get(0)
                .dropout();

        assertThat(dropout).isEqualTo(new Noise("GaussianDropout", 0.25));
        assertThat(noise).isEqualTo(new Noise("GaussianNoise", NONE));
        assertThat(facts(Nets.softmax()).layers().get(0).dropout()).isEqualTo(Noise.NONE);
    }

    @Test
    void frozenIsWhatNoUpdateReaches() {
        Layer frozen = new FrozenLayerWithBackprop(Nets.dense(5, Activation.TANH));
        DenseLayer idle = new DenseLayer.Builder().nOut(5).updater(new NoOp()).build();
        DenseLayer still = new DenseLayer.Builder().nOut(5).updater(new Sgd(0)).build();
        DenseLayer biased = new DenseLayer.Builder()
                .nOut(5)
                .updater(new NoOp())
                .biasUpdater(new Sgd(0.1))
                .build();
        TrainingFacts facts = facts(frozen, idle, still, biased, Nets.norm(), Nets.softmax());

        assertThat(facts.layers())
                .extracting(LayerTraining::frozen)
                .containsExactly(true, true, true, false, false, false);
        assertThat(facts.layers().get(0).kind()).isEqualTo("DenseLayer");
    }

    @Test
    void aLayerFrozenByTransferLearningIsFrozen() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(5, Activation.TANH), Nets.softmax());
        MultiLayerNetwork tuned =
                new TransferLearning.Builder(network).setFeatureExtractor(0).build();

        assertThat(TrainingReader.of(tuned).layers())
                .extracting(LayerTraining::frozen)
                .containsExactly(true, false);
    }

    @Test
    void theWholeNetworkSaysHowItsScoreIsDividedAndItsTimeTruncated() {
        MultiLayerNetwork network = new MultiLayerNetwork(Nets.builder(DataType.FLOAT)
                .miniBatch(false)
                .list()
                .layer(new Bidirectional(
                        new LSTM.Builder().nOut(3).updater(new Sgd(0.7)).build()))
                .layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.recurrent(4))
                .backpropType(BackpropType.TruncatedBPTT)
                .tBPTTLength(9)
                .build());
        network.init();
        TrainingFacts facts = TrainingReader.of(network);

        assertThat(facts.meanOverBatch()).isFalse();
        assertThat(facts.minimised()).isTrue();
        assertThat(facts.truncatedSteps()).isEqualTo(9);
        assertThat(facts.pretrained()).isFalse();
        assertThat(facts.layers().get(0).updater().rate())
                .as("of the forward half")
                .isEqualTo(0.7);
        assertThat(facts.outputs().get(0).kind()).isEqualTo("RnnOutputLayer");
    }

    @Test
    void theDecayOfABatchNormIsRead() {
        BatchNormalization norm = new BatchNormalization.Builder().decay(0.97).build();
        TrainingFacts facts = facts(Nets.dense(5, Activation.IDENTITY), norm, Nets.softmax());

        assertThat(facts.layers().get(1).normDecay()).isEqualTo(0.97);
        assertThat(facts.layers().get(0).normDecay()).isNaN();
    }

    @Test
    void aGraphHasAnEntryForEveryLayerAndEveryOutput() {
        ComputationGraph graph = Patients.residual(Patients.normal(0.1), Patients.normal(0.1));
        TrainingFacts facts = TrainingReader.of(graph);

        assertThat(facts.outputs()).extracting(OutputFacts::name).containsExactly("out");
        assertThat(facts.layers())
                .extracting(LayerTraining::name)
                .containsExactlyInAnyOrder("stem", "inner1", "back1", "inner2", "back2", "out");
        assertThat(facts.output("out").orElseThrow().units()).isEqualTo(Patients.CLASSES);
        assertThat(facts.penalised()).isFalse();
    }

    private static TrainingFacts facts(Layer... layers) {
        return TrainingReader.of(Nets.of(DataType.FLOAT, layers));
    }

    private static OutputFacts output(LossFunction loss, Activation activation) {
        OutputLayer layer =
                new OutputLayer.Builder(loss).nOut(4).activation(activation).build();
        return TrainingReader.of(
                        Nets.of(Nets.builder(DataType.FLOAT), InputType.feedForward(Nets.INPUTS), List.of(layer)))
                .outputs()
                .get(0);
    }

    private static UpdaterFacts updater(IUpdater updater) {
        MultiLayerNetwork network = Nets.of(
                Nets.builder(DataType.FLOAT).updater(updater),
                InputType.feedForward(Nets.INPUTS),
                List.of(Nets.softmax()));
        return TrainingReader.of(network).layers().get(0).updater();
    }
}
