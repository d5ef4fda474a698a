package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.facts.GradientCheck;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Parts of others' making, whose backward pass may be wrong. */
class WrongGradientTest {

    private static final IWeightInit XAVIER = WeightInit.XAVIER.getWeightInitFunction();
    private static final DataSet DIGITS = Patients.digits(1, Patients.BATCH);

    /** The derivative of tanh, as people write it. */
    enum Slope {
        /** 1 − tanh² z. */
        RIGHT,
        /** Of the value and not of its square. */
        SQUARE_FORGOTTEN,
        /** 1 + tanh² z. */
        SIGN_CONFUSED,
        /** 0. */
        FORGOTTEN
    }

    /** tanh with a derivative of its own. */
    private static final class HandWrittenTanh extends BaseActivationFunction {

        private static final long serialVersionUID = 1;
        private final Slope slope;

        HandWrittenTanh(Slope slope) {
            this.slope = slope;
        }

        @Override
        public INDArray getActivation(INDArray in, boolean training) {
            return Transforms.tanh(in, false);
        }

        @Override
        public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
            INDArray a = Transforms.tanh(in, true);
            INDArray derivative = switch (slope) {
                case RIGHT -> a.mul(a).rsub(1);
                case SQUARE_FORGOTTEN -> a.rsub(1);
                case SIGN_CONFUSED -> a.mul(a).add(1).mul(1.5);
                case FORGOTTEN -> a.mul(0);
            };
            return new Pair<>(derivative.mul(epsilon), null);
        }
    }

    /** Cross entropy whose gradient somebody halved. */
    private static final class HalvedLoss extends LossMCXENT {

        private static final long serialVersionUID = 1;

        @Override
        public INDArray computeGradient(INDArray labels, INDArray z, IActivation activation, INDArray mask) {
            return super.computeGradient(labels, z, activation, mask).muli(0.5);
        }
    }

    private static DenseLayer dense(String name, IActivation activation) {
        return new DenseLayer.Builder()
                .name(name)
                .nOut(Patients.UNITS)
                .activation(activation)
                .weightInit(XAVIER)
                .build();
    }

    private static MultiLayerNetwork network(Slope middle) {
        return Patients.stack(
                0.1,
                Patients.dense("hidden1", Activation.TANH, XAVIER),
                dense("hidden2", new HandWrittenTanh(middle)),
                Patients.dense("hidden3", Activation.TANH, XAVIER),
                Patients.output(XAVIER));
    }

    private static List<GradientCheck> checks(MultiLayerNetwork network) {
        return Preflight.of(network, DIGITS).history().observations().get(0).checks();
    }

    @ParameterizedTest
    @EnumSource(
            value = Slope.class,
            names = {"SQUARE_FORGOTTEN", "SIGN_CONFUSED", "FORGOTTEN"})
    void aWrongSlopeIsTheHeadlineAtTheLayerThatHasIt(Slope slope) {
        Finding headline = Preflight.of(network(slope), DIGITS).findings().get(0);

        assertThat(headline.rule()).isEqualTo(Rule.WRONG_GRADIENT);
        assertThat(headline.layer()).isEqualTo("hidden2");
        assertThat(headline.cause()).isEqualTo("the backward pass of HandWrittenTanh does not match its forward pass");
    }

    @Test
    void aRightSlopePassesInEveryLayer() {
        MultiLayerNetwork network = network(Slope.RIGHT);

        assertThat(Preflight.of(network, DIGITS).healthy()).isTrue();
        assertThat(checks(network))
                .extracting(GradientCheck::layer)
                .containsExactly("out", "hidden3", "hidden2", "hidden1");
        // central differences in single precision
        assertThat(checks(network))
                .allSatisfy(check -> assertThat(check.error()).isLessThan(0.03));
    }

    /** Half of the gradient: along it the loss falls twice as fast as it says. */
    @Test
    void aLossWithAGradientOfItsOwnIsFoundAtTheOutput() {
        MultiLayerNetwork network = Patients.stack(
                0.1,
                Patients.dense("hidden1", Activation.TANH, XAVIER),
                new OutputLayer.Builder(new HalvedLoss())
                        .name("out")
                        .nOut(Patients.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .weightInit(XAVIER)
                        .build());
        Finding headline = Preflight.of(network, DIGITS).findings().get(0);

        assertThat(headline.rule()).isEqualTo(Rule.WRONG_GRADIENT);
        assertThat(headline.layer()).isEqualTo("out");
        assertThat(headline.cause()).contains("HalvedLoss");
        GradientCheck check = checks(network).get(0);
        assertThat(check.measured() / check.computed()).isCloseTo(2, within(0.05));
    }

    @Test
    void whatIsDl4jsOwnIsNotCompared() {
        assertThat(checks(Patients.mlp(0.1, 2, Activation.RELU, WeightInit.RELU)))
                .isEmpty();
    }

    @Test
    void batchNormsBesideForeignPartsAreComparedWithTheStatisticsOfTheBatch() {
        MultiLayerNetwork network = Nets.of(
                Patients.builder(0.1),
                InputType.feedForward(Patients.PIXELS),
                List.<Layer>of(
                        Patients.dense("hidden1", Activation.IDENTITY, XAVIER),
                        new BatchNormalization.Builder().name("norm").build(),
                        dense("hidden2", new HandWrittenTanh(Slope.RIGHT)),
                        Patients.output(XAVIER)));

        assertThat(checks(network)).extracting(GradientCheck::layer).contains("norm", "hidden1");
        assertThat(checks(network))
                .allSatisfy(check -> assertThat(check.error()).isLessThan(0.1));
    }

    @Test
    void theNetworkIsLeftAsItWas() {
        MultiLayerNetwork network = network(Slope.SQUARE_FORGOTTEN);
        INDArray before = network.params().dup();

        Preflight.of(network, DIGITS);

        assertThat(network.params()).isEqualTo(before);
    }
}
