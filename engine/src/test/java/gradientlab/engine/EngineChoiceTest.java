package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.LossSoftmaxCrossEntropy;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Sgd;

class EngineChoiceTest {

    @ParameterizedTest
    @FieldSource("gradientlab.model.HiddenActivations#ALL")
    void autoTakesDirectForEveryNetOfASpecification(ActivationFunction activation) {
        for (Normalisation normalisation : Normalisation.values()) {
            for (Optimiser optimiser : Optimiser.values()) {
                MlpSpec spec = MlpSpec.lecture()
                        .activation(activation)
                        .normalisation(normalisation)
                        .optimiser(optimiser)
                        .build();
                assertThat(Engine.AUTO.choiceFor(spec.toNetwork()).toString())
                        .isEqualTo("direct (it covers every layer and the updater of this network)");
            }
        }
    }

    static Stream<Arguments> notCovered() {
        return Stream.of(
                Arguments.of(builder().dropOut(0.5), "layer 'dense': it has dropout or constraints"),
                Arguments.of(builder().l2(0.1), "layer 'dense': it has weight decay or another regularisation"),
                Arguments.of(
                        builder().activation(Activation.TANH),
                        "layer 'dense': its nonlinearity is not a layer of its own"),
                Arguments.of(builder().updater(new AdaGrad(0.1)), "there is no direct form of its updater AdaGrad"),
                Arguments.of(builder().dataType(DataType.DOUBLE), "its parameters are DOUBLE, not FLOAT"),
                Arguments.of(builder().miniBatch(false), "it is not trained by minibatch gradient descent"));
    }

    @ParameterizedTest
    @MethodSource("notCovered")
    void autoTakesDl4jForTheRestAndSaysWhy(NeuralNetConfiguration.Builder builder, String reason) {
        MultiLayerNetwork network = network(builder, new ActivationLayer(Activation.RELU));
        assertThat(Engine.AUTO.on(network).choice()).isEqualTo(new EngineChoice(Engine.DL4J, reason));
        assertThatThrownBy(() -> Engine.DIRECT.on(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The engine direct cannot train this network: " + reason + "; use dl4j or auto");
    }

    @Test
    void anActivationOfOtherSettingsIsNotCovered() {
        ActivationLayer cubic = new ActivationLayer.Builder()
                .name("cubic")
                .activation(Activation.CUBE)
                .build();
        assertThat(Engine.AUTO.choiceFor(network(builder(), cubic)).reason())
                .isEqualTo("layer 'cubic': its nonlinearity cube is not one of ActivationFunction");
    }

    @Test
    void dl4jHasNoPlainArraysToShow() {
        StepEngine engine = Engine.DL4J.on(network(builder(), new ActivationLayer(Activation.RELU)));
        assertThatThrownBy(() -> engine.observe(layer -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownEngineIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> Engine.parse("fast"))
                .hasMessage("Unknown engine 'fast': use one of dl4j, direct, auto");
    }

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).activation(Activation.IDENTITY);
    }

    private static MultiLayerNetwork network(NeuralNetConfiguration.Builder builder, ActivationLayer activation) {
        MultiLayerNetwork network = new MultiLayerNetwork(builder.list()
                .layer(new DenseLayer.Builder().name("dense").nIn(4).nOut(3).build())
                .layer(activation)
                .layer(new OutputLayer.Builder(new LossSoftmaxCrossEntropy())
                        .name("output")
                        .nIn(3)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        return network;
    }
}
