package gradientlab.benchmarks;

import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.MnistDataset;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import java.io.IOException;
import java.nio.file.Path;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What all contenders are given for a size: {@code features.f32} and {@code labels.f32} (one-hot), batch by batch and row
 * by row, and {@code parameters.f32}, layer by layer: weights output by output, biases where there are any, and gamma,
 * beta, mean and log10 of the deviation of a batch norm.
 */
final class Task {

    private static final long SEED = 42;

    private Task() {}

    static MlpSpec spec(Size size) {
        return MlpSpec.lecture()
                .hidden(size.depth(), size.width())
                .initialisation(InitialisationScheme.XAVIER_NORMAL)
                .normalisation(size.batchNorm() ? Normalisation.BATCH : Normalisation.NONE)
                .normPosition(NormPosition.BEFORE)
                .learningRate(Size.LEARNING_RATE)
                .seed(SEED)
                .build();
    }

    static void write(MnistDataset data, Size size, Path folder) throws IOException {
        float[] features = new float[Size.BATCHES * size.batch() * Size.INPUTS];
        float[] labels = new float[Size.BATCHES * size.batch() * Size.CLASSES];
        ImageIterator batches = ImageIterator.shuffled(data.train(), size.batch(), SEED);
        for (int i = 0; i < Size.BATCHES; i++) {
            DataSet batch = batches.next();
            put(batch.getFeatures().reshape(-1).toFloatVector(), features, i);
            put(batch.getLabels().reshape(-1).toFloatVector(), labels, i);
        }
        Floats.write(folder.resolve("features.f32"), features);
        Floats.write(folder.resolve("labels.f32"), labels);
        Floats.write(
                folder.resolve("parameters.f32"),
                spec(size).toNetwork().params().toFloatVector());
    }

    private static void put(float[] batch, float[] all, int index) {
        System.arraycopy(batch, 0, all, index * batch.length, batch.length);
    }
}
