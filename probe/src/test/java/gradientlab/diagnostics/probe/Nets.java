package gradientlab.diagnostics.probe;

import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks and batches for the tests. */
final class Nets {

    static final int INPUTS = 6;
    static final int CLASSES = 4;
    static final int BATCH = 5;

    private Nets() {}

    static NeuralNetConfiguration.Builder builder(DataType type) {
        return new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(type)
                .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
                .updater(new Sgd(0.1))
                .weightInit(WeightInit.XAVIER);
    }

    static MultiLayerNetwork of(NeuralNetConfiguration.Builder builder, InputType input, List<Layer> layers) {
        NeuralNetConfiguration.ListBuilder list = builder.list();
        layers.forEach(list::layer);
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        return network;
    }

    static MultiLayerNetwork of(DataType type, Layer... layers) {
        return of(builder(type), InputType.feedForward(INPUTS), List.of(layers));
    }

    static MultiLayerNetwork images(DataType type, Layer... layers) {
        return of(builder(type), InputType.convolutional(6, 6, 2), List.of(layers));
    }

    static DenseLayer dense(int units, IActivation activation) {
        return new DenseLayer.Builder()
                .nOut(units)
                .activation(activation)
                .biasInit(0.1)
                .build();
    }

    static DenseLayer dense(int units, Activation activation) {
        return dense(units, activation.getActivationFunction());
    }

    static BatchNormalization norm() {
        return new BatchNormalization.Builder().gamma(1.3).beta(0.2).build();
    }

    static ActivationLayer activation(IActivation activation) {
        return new ActivationLayer.Builder().activation(activation).build();
    }

    static ConvolutionLayer convolution(int channels, IActivation activation) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(channels)
                .activation(activation)
                .build();
    }

    static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                .build();
    }

    static OutputLayer softmax() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** Does not draw from ND4J's random numbers. */
    static DataSet batch(DataType type, long seed, int examples, long... shape) {
        Random random = new Random(seed);
        long[] all = new long[shape.length + 1];
        all[0] = examples;
        System.arraycopy(shape, 0, all, 1, shape.length);
        INDArray features = Nd4j.create(type, all);
        for (long i = 0; i < features.length(); i++) {
            features.putScalar(i, random.nextGaussian());
        }
        INDArray labels = Nd4j.create(type, examples, CLASSES);
        for (int i = 0; i < examples; i++) {
            labels.putScalar(i, random.nextInt(CLASSES), 1);
        }
        return new DataSet(features, labels);
    }

    static DataSet batch(DataType type, long seed) {
        return batch(type, seed, BATCH, INPUTS);
    }
}
