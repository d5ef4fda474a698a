package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import gradientlab.model.ResidualScaling;
import gradientlab.model.ResidualSpec;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;

class EvaluationTest {

    /** Two whole chunks and a part. */
    private static final int EXAMPLES = 2_345;

    private final LabelledImages test = MnistOnce.data().test();
    private final DataSet examples = test.first(EXAMPLES);
    private final DataSet batch = MnistOnce.data().train().first(64);

    @ParameterizedTest
    @EnumSource(Normalisation.class)
    void aChainIsEvaluatedAsDl4jDoes(Normalisation normalisation) {
        MultiLayerNetwork network = spec(normalisation).toNetwork(batch.getFeatures());
        network.fit(batch);

        Evaluation evaluation = Evaluation.of(network, test, EXAMPLES);

        double exact = network.scoreExamples(examples, false)
                .castTo(DataType.DOUBLE)
                .meanNumber()
                .doubleValue();
        assertThat(evaluation.loss() / exact).isCloseTo(1, within(1e-6));
        assertThat(evaluation.loss() / network.score(examples, false))
                .as("DL4J adds up in float32")
                .isCloseTo(1, within(1e-5));
        assertThat(evaluation.accuracy())
                .isCloseTo(network.evaluate(onlyThese()).accuracy(), within(1e-12));
    }

    /** Without batch norm training and inference are the same, and in training DL4J's activation layers make copies. */
    @Test
    void aGraphsSkipConnectionsAreEvaluatedAsTheyWereTrained() {
        ComputationGraph graph = residual();
        graph.fit(batch);

        Evaluation evaluation = Evaluation.of(Net.of(graph), test, EXAMPLES);

        assertThat(evaluation.loss() / graph.score(examples, true)).isCloseTo(1, within(1e-5));
        assertThat(evaluation.accuracy())
                .isCloseTo(
                        graph.<org.nd4j.evaluation.classification.Evaluation>evaluate(onlyThese())
                                .accuracy(),
                        within(1e-12));
        assertThat(graph.score(examples, false))
                .as("DL4J's score in inference; when these are one, its activation layers no longer work in place")
                .isNotCloseTo(evaluation.loss(), within(1e-4));
    }

    @Test
    void trainingGoesOnAsIfNothingHadBeenAsked() {
        MultiLayerNetwork asked = spec(Normalisation.BATCH).toNetwork(batch.getFeatures());
        MultiLayerNetwork left = spec(Normalisation.BATCH).toNetwork(batch.getFeatures());
        ComputationGraph askedGraph = residual();
        ComputationGraph leftGraph = residual();
        for (int step = 0; step < 3; step++) {
            asked.fit(batch);
            left.fit(batch);
            askedGraph.fit(batch);
            leftGraph.fit(batch);
            Evaluation.of(asked, test, 100);
            Evaluation.of(Net.of(askedGraph), test, 100);
        }

        assertThat(asked.params()).isEqualTo(left.params());
        assertThat(asked.score()).isEqualTo(left.score());
        assertThat(askedGraph.params()).isEqualTo(leftGraph.params());
        assertThat(askedGraph.score()).isEqualTo(leftGraph.score());
    }

    @Test
    void theFirstExamplesOfManyAreEvaluatedAsTheyAreAlone() {
        MultiLayerNetwork network = spec(Normalisation.NONE).toNetwork();
        Answers answers = Answers.of(Net.of(network), test, EXAMPLES);

        Evaluation alone = Evaluation.of(network, test, 1_500);

        assertThat(answers.first(1_500).loss()).isCloseTo(alone.loss(), within(1e-6));
        assertThat(answers.first(1_500).accuracy()).isEqualTo(alone.accuracy());
        assertThat(answers.first(EXAMPLES)).isNotEqualTo(alone);
    }

    @Test
    void oneExampleThatIsNotANumberLeavesNoLoss() {
        float[] pixels = new float[3 * test.pixels()];
        pixels[test.pixels()] = Float.NaN;
        LabelledImages three = LabelledImages.of(test.rows(), test.columns(), pixels, new int[] {1, 2, 3});
        Answers answers = Answers.of(Net.of(spec(Normalisation.NONE).toNetwork()), three, 3);

        assertThat(answers.losses()[0]).isFinite();
        assertThat(answers.losses()[1]).isNaN();
        assertThat(answers.first(1).loss()).isFinite();
        assertThat(answers.first(3).loss()).isNaN();
    }

    private ListDataSetIterator<DataSet> onlyThese() {
        return new ListDataSetIterator<>(List.of(examples), EXAMPLES);
    }

    private static MlpSpec spec(Normalisation normalisation) {
        return TrainingPlan.LECTURE
                .with(b -> b.hidden(2, 32)
                        .normalisation(normalisation)
                        .activation(ActivationFunction.RELU)
                        .initialisation(InitialisationScheme.TORCH_LINEAR))
                .spec();
    }

    private static ComputationGraph residual() {
        return new ResidualSpec(spec(Normalisation.NONE), ResidualScaling.NONE).toGraph();
    }
}
