package gradientlab.diagnostics.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.change.Remedy.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class UpdateRemediesTest {

    private static final Remedy TENTH = Remedy.multiplyLearningRate(0.1);

    private static List<Layer> layers(MultiLayerNetwork network) {
        return LayerConfigurations.of(network.getLayerWiseConfigurations());
    }

    private static double rate(Layer layer, int iteration) {
        return ((BaseLayer) layer).getIUpdater().getLearningRate(iteration, 0);
    }

    /** Both layers of the configuration have one and the same updater. */
    @Test
    void aSharedUpdaterIsChangedOnce() {
        List<Layer> layers = layers(Trainees.network(new Adam(0.5)));

        assertThat(UpdateRemedies.apply(TENTH, layers)).isTrue();
        assertThat(layers).allSatisfy(layer -> assertThat(rate(layer, 0)).isCloseTo(0.05, within(1e-12)));
    }

    @Test
    void ofAScheduleEveryValueIsChanged() {
        MapSchedule schedule = new MapSchedule.Builder(ScheduleType.ITERATION)
                .add(0, 1)
                .add(10, 0.5)
                .build();
        List<Layer> layers = layers(Trainees.network(new Sgd(schedule)));
        UpdateRemedies.apply(TENTH, layers);

        assertThat(rate(layers.get(0), 0)).isCloseTo(0.1, within(1e-12));
        assertThat(rate(layers.get(0), 10)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void aWarmUpGrowsInProportionAndThenIsTheRateItself() {
        List<Layer> layers = layers(Trainees.network(new Sgd(2)));

        assertThat(UpdateRemedies.apply(Remedy.warmUp(), layers)).isTrue();
        assertThat(rate(layers.get(0), 0)).isCloseTo(2 / 200.0, within(1e-12));
        assertThat(rate(layers.get(0), 99)).isCloseTo(1, within(1e-12));
        assertThat(rate(layers.get(0), 1000)).isEqualTo(2);
    }

    @Test
    void anUpdaterWithoutARateIsNotChanged() {
        assertThat(UpdateRemedies.apply(TENTH, layers(Trainees.network(new AdaDelta()))))
                .isFalse();
    }

    @Test
    void everyPullOnTheWeightsIsScaled() {
        MultiLayerNetwork network =
                Trainees.network(Trainees.builder(new Sgd(1)).l1(0.4).l2(0.8).weightDecay(0.6));
        List<Layer> layers = layers(network);

        assertThat(UpdateRemedies.apply(Remedy.regulariseLess(0.5), layers)).isTrue();
        assertThat(((BaseLayer) layers.get(0)).getRegularization()).isNotEmpty().allSatisfy(pull -> {
            if (pull instanceof L1Regularization l1) {
                assertThat(l1.getL1().valueAt(0, 0)).isCloseTo(0.2, within(1e-12));
            } else if (pull instanceof L2Regularization l2) {
                assertThat(l2.getL2().valueAt(0, 0)).isCloseTo(0.4, within(1e-12));
            } else {
                assertThat(((WeightDecay) pull).getCoeff().valueAt(0, 0)).isCloseTo(0.3, within(1e-12));
            }
        });
        assertThat(UpdateRemedies.apply(Remedy.regulariseLess(0.5), layers(Trainees.network(new Sgd(1)))))
                .isFalse();
    }

    static Stream<IDropout> strong() {
        return Stream.of(new Dropout(0.1), new AlphaDropout(0.1), new SpatialDropout(0.1), new GaussianDropout(0.9));
    }

    @ParameterizedTest
    @MethodSource("strong")
    void dropoutOfEachKindKeepsMoreAndIsOfThatKindStill(IDropout dropout) {
        List<Layer> layers =
                layers(Trainees.network(Trainees.builder(new Sgd(1)).dropOut(dropout)));

        assertThat(UpdateRemedies.apply(Remedy.keep("dense", 0.5), layers)).isTrue();
        assertThat(layers)
                .extracting(Layer::getIDropout)
                .allSatisfy(less -> assertThat(less)
                        .hasSameClassAs(dropout)
                        .isIn(
                                new Dropout(0.5),
                                new AlphaDropout(0.5),
                                new SpatialDropout(0.5),
                                new GaussianDropout(0.5)));
        assertThat(UpdateRemedies.apply(Remedy.keep("dense", 0.5), layers)).isFalse();
    }

    @Test
    void weightsThatAreDroppedAreKeptAsWell() {
        List<Layer> layers =
                layers(Trainees.network(Trainees.builder(new Sgd(1)).weightNoise(new DropConnect(0.1))));

        assertThat(UpdateRemedies.apply(Remedy.keep("dense", 0.5), layers)).isTrue();
        assertThat(((BaseLayer) layers.get(0)).getWeightNoise()).isEqualTo(new DropConnect(0.5));
    }

    @Test
    void noLayerIsClippedAnyMore() {
        List<Layer> layers = layers(Trainees.network(
                Trainees.builder(new Sgd(1)).gradientNormalization(GradientNormalization.ClipL2PerLayer)));

        assertThat(UpdateRemedies.apply(Remedy.clipLess("dense"), layers)).isTrue();
        assertThat(layers)
                .extracting(layer -> ((BaseLayer) layer).getGradientNormalization())
                .containsOnly(GradientNormalization.None);
    }

    @Test
    void aRemedyWithoutTheNumberThatItNeedsOrOfAnotherKindIsNotApplicable() {
        assertThat(UpdateRemedies.applicable(
                        new Remedy(Kind.MULTIPLY_LEARNING_RATE, "", Map.of("factor", Double.NaN), "", List.of())))
                .isFalse();
        assertThat(UpdateRemedies.applicable(Remedy.valueOf("REGULARISE_LESS"))).isFalse();
        assertThat(UpdateRemedies.applicable(Remedy.zeroBias("dense", 1))).isFalse();
        assertThat(UpdateRemedies.applicable(TENTH)).isTrue();
    }
}
