package gradientlab.rulebenchmark.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.lab.run.Backend;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** What a case may say in DL4J's own words, and of the order and the coding of its rows. */
class CaseSettingsTest {

    private static Spec spec(String json) throws IOException {
        return new Spec("case", new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @BeforeAll
    static void start() {
        Backend.start();
    }

    @Test
    void aLayerTakesFurtherSettingsInTheJsonOfDl4j() throws IOException {
        Spec spec =
                spec("{'type': 'dense', 'units': 4, 'activation': 'tanh', 'dl4j': {'hasLayerNorm': true, 'idropout':"
                        + " {'@class': 'org.deeplearning4j.nn.conf.dropout.GaussianDropout', 'rate': 0.3}}}");

        DenseLayer layer = (DenseLayer) CaseLayers.hidden(spec);

        assertThat(layer.hasLayerNorm()).isTrue();
        assertThat(layer.getNOut()).isEqualTo(4);
        assertThat(((GaussianDropout) layer.getIDropout()).getRate()).isEqualTo(0.3);
    }

    @Test
    void anotherClassOfDl4jTakesOverWhatTheCaseSays() throws IOException {
        Spec lstm = spec("{'type': 'lstm', 'units': 5, 'forgetBias': 2, 'dl4j':"
                + " {'@class': 'org.deeplearning4j.nn.conf.layers.GravesLSTM'}}");
        Spec optimiser = spec("{'optimizer': {'kind': 'adam', 'lr': 0.02, 'dl4j':"
                + " {'@class': 'org.nd4j.linalg.learning.config.AMSGrad'}}}");

        GravesLSTM layer = (GravesLSTM) CaseLayers.hidden(lstm);

        assertThat(layer.getNOut()).isEqualTo(5);
        assertThat(layer.getForgetGateBiasInit()).isEqualTo(2);
        assertThat(((AMSGrad) CaseParts.updater(optimiser)).getLearningRate()).isEqualTo(0.02);
    }

    @Test
    void aLossTakesWeightsOfClasses() throws IOException {
        Spec spec = spec(
                "{'units': 2, 'activation': 'softmax', 'loss': 'mcxent', 'dl4j': {'lossFn': {'weights': [1, 4]}}}");

        LossMCXENT loss = (LossMCXENT) ((OutputLayer) CaseLayers.output(spec)).getLossFn();

        assertThat(loss.getWeights().toDoubleVector()).containsExactly(1, 4);
    }

    @Test
    void aClassThatDl4jDoesNotHaveIsRefusedInOneLine() throws IOException {
        Spec spec = spec("{'type': 'dense', 'units': 4, 'activation': 'tanh', 'dl4j': {'@class': 'java.lang.String'}}");

        assertThatThrownBy(() -> CaseLayers.hidden(spec))
                .isInstanceOf(CaseException.class)
                .hasMessageStartingWith("case.dl4j: ")
                .hasMessageContaining("java.lang.String")
                .message()
                .hasLineCount(1);
    }

    @Test
    void sortedRowsComeClassByClassInEachEpoch() throws IOException {
        Spec program = spec(
                "{'data': {'kind': 'blobs', 'problem': 'classification', 'rows': 12, 'centers': [[0], [1], [2]],"
                        + " 'std': 0.1, 'targets': 'onehot', 'classes': 3, 'sorted': true}, 'net': {'input': [1]}, 'batch': 4}");
        CaseTraining training = new CaseTraining(program, CaseData.of(program, null), 1);

        // four of twelve rows are of each class; [0, 0, 1] sorts before [0, 1, 0]
        for (int batch = 0; batch < 6; batch++) {
            double[] shown = training.next().getLabels(0).sum(0).toDoubleVector();
            assertThat(shown[2 - batch % 3]).as("batch %d", batch).isEqualTo(4);
        }
    }

    @Test
    void smoothedLabelsSumToOne() throws IOException {
        Spec program =
                spec("{'data': {'kind': 'blobs', 'problem': 'classification', 'rows': 6, 'centers': [[0], [1], [2]],"
                        + " 'std': 0.1, 'targets': 'onehot', 'classes': 3, 'on': 0.8, 'off': 0.1}}");

        assertThat(CaseData.of(program, null).y()[1]).containsExactly(0.1f, 0.8f, 0.1f);
    }

    @Test
    void countsAreWholeAndNeverNegative() throws IOException {
        Spec data =
                spec("{'problem': 'regression', 'rows': 300, 'columns': [{'dist': 'normal', 'repeat': 3}], 'target':"
                        + " {'kind': 'teacher', 'hidden': 2, 'counts': true, 'offset': 1, 'scale': 0.5}}");

        double[][] counts = TableRecipe.of(data, new Random(1)).y();

        assertThat(List.of(counts))
                .allSatisfy(row -> assertThat(row[0]).isGreaterThanOrEqualTo(0).isEqualTo(Math.rint(row[0])));
        // the median of e^(1 + 0.5 s) is near e = 2.7, and the mean above it
        assertThat(Arrays.stream(counts).mapToDouble(row -> row[0]).average().orElse(0))
                .isBetween(2.2, 4.5);
    }

    @Test
    void theNextValueGoesOnWithBothWaves() throws IOException {
        Spec data = spec(
                "{'kind': 'sequence', 'task': 'next', 'rows': 20, 'steps': 8, 'noise': 0, 'offset': 3, 'scale': 2}");
        CaseRows rows = SequenceRecipe.of(data, new Random(1));

        // a wave of period p solves v(t) − 2 cos(2π/p) v(t−1) + v(t−2) = 0; a sum of two the product of both
        double a = 2 * Math.cos(2 * Math.PI / 5);
        double b = 2 * Math.cos(2 * Math.PI / 17);
        for (int i = 0; i < rows.size(); i++) {
            double[] v = Arrays.stream(rows.x()[i]).map(x -> (x - 3) / 2).toArray();
            double next = (a + b) * v[7] - (2 + a * b) * v[6] + (a + b) * v[5] - v[4];
            assertThat((rows.y()[i][0] - 3) / 2).isCloseTo(next, within(1e-9));
        }
    }
}
