package example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gradientlab.diagnostics.probe.Checkup;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.diagnostics.probe.Preflight;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The lecture's net with weights from N(0, 1). */
class LectureNetTest {

    @Test
    void theCheckupFindsTheWeightsAndTrainingGoesOn() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(42)
                .updater(new Sgd(0.1))
                .dist(new NormalDistribution(0, 1))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(784)
                        .nOut(128)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(128)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        DataSet sampleBatch = new DataSet(
                Nd4j.rand(32, 784), Nd4j.eye(10).repeat(0, 4).get(NDArrayIndex.interval(0, 32), NDArrayIndex.all()));

        // #region README
        network.setListeners(DiagnosticListener.create()); // logs each finding as it appears
        Checkup checkup = Preflight.of(network, sampleBatch); // before the first step; training is not touched
        System.out.println(checkup.report());
        // #endregion README

        network.fit(sampleBatch);
        assertTrue(checkup.report().contains("hidden-saturation"), checkup.report());
    }
}
