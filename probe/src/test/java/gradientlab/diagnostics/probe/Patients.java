package gradientlab.diagnostics.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks to be diagnosed, healthy and sick, and data that can be learned. */
final class Patients {

    static final int PIXELS = 144;
    static final int CLASSES = 10;
    static final int UNITS = 64;
    static final int BATCH = 32;

    private Patients() {}

    /** Images like digits: non-negative, two thirds of the pixels 0, the rest up to 1; a class is a pattern. */
    static DataSet digits(long seed, int examples) {
        return digits(seed, examples, PIXELS);
    }

    static DataSet digits(long seed, int examples, long... shape) {
        Random random = new Random(seed);
        float[][] patterns = patterns();
        float[] features = new float[examples * PIXELS];
        float[] labels = new float[examples * CLASSES];
        for (int i = 0; i < examples; i++) {
            int digit = random.nextInt(CLASSES);
            labels[i * CLASSES + digit] = 1;
            for (int p = 0; p < PIXELS; p++) {
                double ink = patterns[digit][p] * (0.6 + 0.4 * random.nextDouble());
                double smudge = random.nextDouble() * patterns[0][p];
                features[i * PIXELS + p] = (float) (random.nextDouble() < 0.1 ? smudge : ink);
            }
        }
        long[] all = new long[shape.length + 1];
        all[0] = examples;
        System.arraycopy(shape, 0, all, 1, shape.length);
        return new DataSet(
                Nd4j.createFromArray(features).reshape(all),
                Nd4j.createFromArray(labels).reshape(examples, CLASSES));
    }

    private static float[][] patterns() {
        Random random = new Random(1234);
        float[][] patterns = new float[CLASSES][PIXELS];
        for (float[] pattern : patterns) {
            for (int p = 0; p < PIXELS; p++) {
                pattern[p] = random.nextDouble() < 0.3 ? 0.4f + 0.6f * random.nextFloat() : 0;
            }
        }
        return patterns;
    }

    static IWeightInit normal(double std) {
        return new WeightInitDistribution(new NormalDistribution(0, std));
    }

    static NeuralNetConfiguration.Builder builder(double rate) {
        return Nets.builder(DataType.FLOAT).updater(new Sgd(rate));
    }

    static DenseLayer dense(String name, Activation activation, IWeightInit init) {
        return new DenseLayer.Builder()
                .name(name)
                .nOut(UNITS)
                .activation(activation)
                .weightInit(init)
                .build();
    }

    static OutputLayer output(IWeightInit init) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name("out")
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .weightInit(init)
                .build();
    }

    static MultiLayerNetwork mlp(double rate, int depth, Activation activation, IWeightInit hidden, IWeightInit out) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            layers.add(dense("hidden" + i, activation, hidden));
        }
        layers.add(output(out));
        return Nets.of(builder(rate), InputType.feedForward(PIXELS), layers);
    }

    static MultiLayerNetwork mlp(double rate, int depth, Activation activation, WeightInit init) {
        return mlp(rate, depth, activation, init.getWeightInitFunction(), init.getWeightInitFunction());
    }

    static MultiLayerNetwork stack(double rate, Layer... layers) {
        return Nets.of(builder(rate), InputType.feedForward(PIXELS), List.of(layers));
    }

    /** Dense (without bias or with) + batch norm + tanh, several times. */
    static MultiLayerNetwork normed(double rate, int depth, IWeightInit init, boolean bias, double decay) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            layers.add(new DenseLayer.Builder()
                    .name("dense" + i)
                    .nOut(UNITS)
                    .activation(Activation.IDENTITY)
                    .weightInit(init)
                    .hasBias(bias)
                    .build());
            layers.add(new BatchNormalization.Builder()
                    .name("norm" + i)
                    .decay(decay)
                    .build());
            layers.add(Nets.activation(Activation.TANH.getActivationFunction()));
        }
        layers.add(output(WeightInit.XAVIER.getWeightInitFunction()));
        return Nets.of(builder(rate), InputType.feedForward(PIXELS), layers);
    }

    /** Convolution + pooling + convolution + dense + output on 12 × 12 images. */
    static MultiLayerNetwork convolutional(IWeightInit first, IWeightInit second, double bias) {
        IWeightInit he = WeightInit.RELU.getWeightInitFunction();
        return Nets.of(
                builder(0.1),
                InputType.convolutional(12, 12, 1),
                List.of(
                        convolution("conv1", first, 0),
                        Nets.pooling(),
                        convolution("conv2", second, bias),
                        dense("dense", Activation.RELU, he),
                        output(WeightInit.XAVIER.getWeightInitFunction())));
    }

    private static ConvolutionLayer convolution(String name, IWeightInit init, double bias) {
        return new ConvolutionLayer.Builder(3, 3)
                .name(name)
                .nOut(8)
                .activation(Activation.RELU)
                .weightInit(init)
                .biasInit(bias)
                .build();
    }

    /** Stem, two residual blocks of two layers, output. */
    static ComputationGraph residual(IWeightInit inner, IWeightInit stem) {
        ComputationGraphConfiguration.GraphBuilder graph = builder(0.1)
                .graphBuilder()
                .addInputs("pixels")
                .addLayer("stem", dense("", Activation.TANH, stem), "pixels");
        String below = "stem";
        for (int block = 1; block <= 2; block++) {
            graph.addLayer("inner" + block, dense("", Activation.TANH, inner), below)
                    .addLayer("back" + block, dense("", Activation.TANH, stem), "inner" + block)
                    .addVertex("sum" + block, new ElementWiseVertex(ElementWiseVertex.Op.Add), below, "back" + block);
            below = "sum" + block;
        }
        graph.addLayer("out", output(WeightInit.XAVIER.getWeightInitFunction()), below)
                .setOutputs("out")
                .setInputTypes(InputType.feedForward(PIXELS));
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        return network;
    }
}
