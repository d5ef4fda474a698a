package gradientlab.reproductions;

import gradientlab.activations.ActivationFunction;
import gradientlab.engine.Engine;
import gradientlab.lab.OffHeap;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.StepTrainer;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import gradientlab.model.MlpSpec;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The nets of ghliu/mean-field-fcdnn: tanh layers of one width, whose weights N(0, σw²/out) and biases N(0, 0.05) are
 * drawn in every layer, the first and the last included.
 *
 * @param linearLayers the depth as the source counts it: hidden layers and the output layer
 */
record TanhStack(int linearLayers, int width, double weightVariance, long seed) {

    private static final double BIAS_VARIANCE = 0.05;
    private static final double RATE = 1e-3;
    private static final int BATCH = 256;
    private static final float CENTRE = 0.5f;

    /** Their inputs: (2x − 1)/2. */
    static LabelledImages centred(LabelledImages images, int count) {
        float[] pixels = new float[count * images.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = images.pixelValues()[i] - CENTRE;
        }
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = images.label(i);
        }
        return LabelledImages.of(images.rows(), images.columns(), pixels, labels);
    }

    /** The accuracy on the examples after a number of steps. */
    double accuracy(MnistDataset data, LabelledImages examples, int steps) {
        MultiLayerNetwork network = drawn();
        ImageIterator batches = ImageIterator.shuffled(data.train(), BATCH, seed);
        batches.setPreProcessor(batch -> batch.getFeatures().subi(CENTRE));
        new StepTrainer(Watch.nobody(), Engine.AUTO)
                .train(Net.of(network), "", batches, steps, Progress.NONE.begin("", steps));
        double accuracy = Evaluation.of(network, examples, examples.size()).accuracy();
        OffHeap.tidy();
        return accuracy;
    }

    private MultiLayerNetwork drawn() {
        MultiLayerNetwork network = MlpSpec.lecture()
                .hidden(linearLayers - 1, width)
                .activation(ActivationFunction.TANH)
                .learningRate(RATE)
                .seed(seed)
                .build()
                .toNetwork();
        Random random = new Random(seed);
        for (var layer : network.getLayers()) {
            if (layer.paramTable().containsKey("W")) {
                INDArray weights = layer.getParam("W");
                fill(weights, random, Math.sqrt(weightVariance / weights.columns()));
                fill(layer.getParam("b"), random, Math.sqrt(BIAS_VARIANCE));
            }
        }
        return network;
    }

    private static void fill(INDArray parameters, Random random, double std) {
        float[] values = new float[Math.toIntExact(parameters.length())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (std * random.nextGaussian());
        }
        parameters.assign(Nd4j.createFromArray(values).reshape(parameters.shape()));
    }

    /** What stays the same in all of them. */
    static List<String> settings() {
        return List.of(
                "inputs (2x − 1)/2",
                "weights of every layer N(0, σw²/out)",
                "biases N(0, " + BIAS_VARIANCE + ")",
                "SGD " + RATE,
                "batches of " + BATCH);
    }
}
