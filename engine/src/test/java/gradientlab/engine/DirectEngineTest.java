package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class DirectEngineTest {

    private static final double TOLERANCE = 1e-6;

    @Test
    void aDeepNetOfAllKindsOfLayersAgreesWithDl4j() {
        MultiLayerNetwork stock = deep().toNetwork();
        MultiLayerNetwork direct = deep().toNetwork();
        train(Engine.DL4J, stock, 0, 20);
        train(Engine.DIRECT, direct, 0, 20);
        assertSame(direct, stock);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 33})
    void batchesOfAnySizeAgreeWithDl4j(int size) {
        MultiLayerNetwork stock = deep().toNetwork();
        MultiLayerNetwork direct = deep().toNetwork();
        StepEngine engine = Engine.DIRECT.on(direct);
        for (DataSet batch : List.of(Batches.random(8, 1), Batches.random(size, 2), Batches.random(3, 3))) {
            stock.fit(batch);
            engine.fit(batch);
        }
        assertSame(direct, stock);
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void aRunGoesOnWithTheOtherEngine(Optimiser optimiser) {
        MlpSpec spec = net().optimiser(optimiser).learningRate(0.01).build();
        MultiLayerNetwork stock = spec.toNetwork();
        MultiLayerNetwork mixed = spec.toNetwork();
        train(Engine.DL4J, stock, 0, 30);
        StepEngine direct = Engine.DIRECT.on(mixed);
        for (int step = 0; step < 30; step++) {
            StepEngine engine = step / 5 % 2 == 0 ? direct : Engine.DL4J.on(mixed);
            engine.fit(Batches.random(8, step));
        }
        assertSame(mixed, stock);
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"DL4J", "DIRECT"})
    void aSavedRunGoesOnWithEitherEngine(Engine after, @TempDir Path folder) throws Exception {
        MlpSpec spec = net().optimiser(Optimiser.ADAM).learningRate(0.01).build();
        MultiLayerNetwork whole = spec.toNetwork();
        train(Engine.DL4J, whole, 0, 20);
        MultiLayerNetwork half = spec.toNetwork();
        train(after == Engine.DL4J ? Engine.DIRECT : Engine.DL4J, half, 0, 10);
        half.save(folder.resolve("net.zip").toFile(), true);
        MultiLayerNetwork loaded =
                MultiLayerNetwork.load(folder.resolve("net.zip").toFile(), true);
        train(after, loaded, 10, 20);
        assertSame(loaded, whole);
    }

    @Test
    void theSameSeedGivesTheSameBitsWhoeverListens() {
        MultiLayerNetwork alone = deep().toNetwork();
        MultiLayerNetwork watched = deep().toNetwork();
        watched.setListeners(new Recorder());
        train(Engine.DIRECT, alone, 0, 20);
        train(Engine.DIRECT, watched, 0, 20);
        assertThat(watched.params()).isEqualTo(alone.params());
        assertThat(watched.score()).isEqualTo(alone.score());
    }

    @Test
    void newArraysAndAnotherLearningRateInTheMiddleAreTaken() {
        MlpSpec spec = net().optimiser(Optimiser.NESTEROV).learningRate(0.01).build();
        MultiLayerNetwork stock = spec.toNetwork();
        MultiLayerNetwork direct = spec.toNetwork();
        StepEngine engine = Engine.DIRECT.on(direct);
        for (int step = 0; step < 10; step++) {
            stock.fit(Batches.random(8, step));
            engine.fit(Batches.random(8, step));
            if (step == 5) {
                stock.setLearningRate(0.002);
                direct.setLearningRate(0.002);
                direct.setParams(stock.params().dup());
            }
        }
        assertSame(direct, stock);
    }

    /** Weights so large that the logits, or what comes before them, overflow float32. */
    @ParameterizedTest
    @FieldSource("gradientlab.model.HiddenActivations#ALL")
    void whatIsNotFiniteIsNotFiniteInDl4jToo(ActivationFunction activation) {
        for (double std : new double[] {1e3, 1e19, 1e30, 1e38}) {
            MlpSpec spec = net().activation(activation)
                    .initialisation(Initialisation.normal(std))
                    .build();
            MultiLayerNetwork stock = spec.toNetwork();
            MultiLayerNetwork direct = spec.toNetwork();
            for (int step = 0; step < 3; step++) {
                train(Engine.DL4J, stock, step, step + 1);
                train(Engine.DIRECT, direct, step, step + 1);
                assertThat(Double.isNaN(direct.score())).isEqualTo(Double.isNaN(stock.score()));
                assertThat(classes(direct.params())).isEqualTo(classes(stock.params()));
            }
        }
    }

    @Test
    void aNanInTheDataSpreadsAsInDl4j() {
        DataSet batch = Batches.random(8, 1);
        batch.getFeatures().putScalar(0, 0, Float.NaN);
        MultiLayerNetwork stock = deep().toNetwork();
        MultiLayerNetwork direct = deep().toNetwork();
        stock.fit(batch);
        Engine.DIRECT.on(direct).fit(batch);
        assertThat(direct.score()).isNaN();
        assertThat(classes(direct.params())).isEqualTo(classes(stock.params()));
    }

    /** 0·NaN is NaN: a product that BLAS leaves out where the factor is 0. */
    @Test
    void aNanSpreadsEvenAtALearningRateOfZero() {
        DataSet batch = Batches.random(8, 1);
        batch.getFeatures().putScalar(0, 0, Float.NaN);
        MultiLayerNetwork direct = net().build().toNetwork();
        MultiLayerNetwork stock = net().build().toNetwork();
        direct.setLearningRate(0);
        stock.setLearningRate(0);
        Engine.DIRECT.on(direct).fit(batch);
        stock.fit(batch);
        assertThat(classes(direct.params())).isEqualTo(classes(stock.params())).contains("?");
    }

    @Test
    void aMaskedBatchIsTrainedAsDl4jTrainsIt() {
        DataSet batch = Batches.random(4, 1);
        batch.setLabelsMaskArray(Nd4j.createFromArray(new float[][] {{1}, {0}, {1}, {1}}));
        MultiLayerNetwork stock = net().build().toNetwork();
        MultiLayerNetwork direct = net().build().toNetwork();
        stock.fit(batch);
        Engine.DIRECT.on(direct).fit(batch);
        assertThat(direct.params()).isEqualTo(stock.params());
    }

    @Test
    void dataInAnotherOrderOrTypeGiveTheSame() {
        DataSet batch = Batches.random(8, 1);
        DataSet other = new DataSet(
                batch.getFeatures().dup('f'), batch.getLabels().castTo(org.nd4j.linalg.api.buffer.DataType.DOUBLE));
        MultiLayerNetwork one = net().build().toNetwork();
        MultiLayerNetwork two = net().build().toNetwork();
        Engine.DIRECT.on(one).fit(batch);
        Engine.DIRECT.on(two).fit(other);
        assertThat(two.params()).isEqualTo(one.params());
    }

    @Test
    void aBatchOfAnotherWidthIsRefusedInDl4jsWords() {
        DataSet wide = new DataSet(Nd4j.zeros(2, Batches.INPUTS + 1), Nd4j.zeros(2, Batches.CLASSES));
        StepEngine engine = Engine.DIRECT.on(net().build().toNetwork());
        assertThatThrownBy(() -> engine.fit(wide)).hasMessageContaining(String.valueOf(Batches.INPUTS + 1));
    }

    private static MlpSpecBuilder net() {
        return MlpSpec.lecture()
                .inputs(Batches.INPUTS)
                .hidden(List.of(5))
                .classes(Batches.CLASSES)
                .initialisation(Initialisation.normal(0.5));
    }

    private static MlpSpec deep() {
        return net().hidden(List.of(9, 4, 6))
                .normalisation(Normalisation.BATCH)
                .normPosition(NormPosition.BEFORE)
                .build();
    }

    private static void train(Engine engine, MultiLayerNetwork network, int from, int to) {
        StepEngine steps = engine.on(network);
        for (int step = from; step < to; step++) {
            steps.fit(Batches.random(8, step));
        }
    }

    private static void assertSame(MultiLayerNetwork direct, MultiLayerNetwork stock) {
        assertThat(direct.params().equalsWithEps(stock.params(), TOLERANCE)).isTrue();
        INDArray state = stock.getUpdater().getStateViewArray();
        if (state != null) {
            assertThat(direct.getUpdater().getStateViewArray().equalsWithEps(state, TOLERANCE))
                    .isTrue();
        }
        assertThat(direct.score()).isCloseTo(stock.score(), within(TOLERANCE));
        assertThat(direct.getIterationCount()).isEqualTo(stock.getIterationCount());
        assertThat(direct.getEpochCount()).isEqualTo(stock.getEpochCount());
        assertThat(direct.getLayer(0).getIterationCount())
                .isEqualTo(stock.getLayer(0).getIterationCount());
    }

    /** Which values are finite, infinite with which sign, and NaN. */
    private static String classes(INDArray array) {
        StringBuilder classes = new StringBuilder();
        for (float value : array.toFloatVector()) {
            classes.append(Float.isNaN(value) ? '?' : Float.isFinite(value) ? '.' : value > 0 ? '+' : '-');
        }
        return classes.toString();
    }
}
