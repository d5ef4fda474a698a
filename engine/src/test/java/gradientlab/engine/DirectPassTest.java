package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class DirectPassTest {

    private static final int ROWS = 12;

    private final DataSet batch = Batches.random(ROWS, 3);

    @ParameterizedTest
    @EnumSource
    void lossAndGradientsAreThoseThatDl4jComputes(Normalisation norm) {
        MultiLayerNetwork network = network(norm);
        MultiLayerNetwork reference = network.clone();
        reference.setInput(batch.getFeatures());
        reference.setLabels(batch.getLabels());
        reference.computeGradientAndScore();

        Pass pass = DirectPass.of(network).orElseThrow().run(batch);

        assertThat(pass.loss()).isCloseTo(reference.score(), within(1e-6));
        for (int i = 0; i < pass.layers().size(); i++) {
            int layer = i;
            pass.layers().get(i).gradients().forEach((name, gradient) -> {
                INDArray sum = reference.gradient().getGradientFor(layer + "_" + name);
                float[] mean = sum.div(ROWS).dup(sum.ordering()).data().asFloat();
                assertThat(gradient).as("%d_%s", layer, name).contains(mean, within(1e-6f));
            });
        }
    }

    @Test
    void theRunningStatisticsOfBatchNormAreParametersWithoutAGradient() {
        LayerPass norm = DirectPass.of(network(Normalisation.BATCH))
                .orElseThrow()
                .run(batch)
                .layers()
                .get(1);
        assertThat(norm.parameters()).containsOnlyKeys("gamma", "beta", "mean", "log10stdev");
        assertThat(norm.gradients()).containsOnlyKeys("gamma", "beta");
    }

    @Test
    void probabilitiesOfAnExampleAddUpToOne() {
        float[] probabilities = DirectPass.of(network(Normalisation.NONE))
                .orElseThrow()
                .run(batch)
                .probabilities();
        for (int row = 0; row < ROWS; row++) {
            float sum = 0;
            for (int j = 0; j < Batches.CLASSES; j++) {
                sum += probabilities[row * Batches.CLASSES + j];
            }
            assertThat(sum).isCloseTo(1, within(1e-6f));
        }
    }

    @Test
    void batchesWithMasksOrOfAnotherShapeAreNotAccepted() {
        DirectPass pass = DirectPass.of(network(Normalisation.NONE)).orElseThrow();
        assertThat(pass.accepts(batch)).isTrue();
        assertThat(pass.accepts(new DataSet(Nd4j.ones(2, 5), Nd4j.ones(2, Batches.CLASSES))))
                .isFalse();
        assertThat(pass.accepts(new DataSet(batch.getFeatures(), batch.getLabels(), null, Nd4j.ones(ROWS, 1))))
                .isFalse();
    }

    private static MultiLayerNetwork network(Normalisation norm) {
        return MlpSpec.lecture()
                .inputs(Batches.INPUTS)
                .hidden(2, 16)
                .classes(Batches.CLASSES)
                .normalisation(norm)
                .build()
                .toNetwork();
    }
}
