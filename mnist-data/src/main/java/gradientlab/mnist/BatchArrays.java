package gradientlab.mnist;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * The arrays of a batch, which may take one batch after the other: to make and free 100 kB outside the heap for each step
 * takes longer than to fill them.
 */
final class BatchArrays {

    private final float[] features;
    private final float[] oneHot;
    private final int pixels;
    private INDArray featureMatrix;
    private INDArray labelMatrix;

    BatchArrays(int examples, int pixels) {
        this.pixels = pixels;
        this.features = new float[Math.multiplyExact(examples, pixels)];
        this.oneHot = new float[examples * LabelledImages.CLASSES];
    }

    int examples() {
        return oneHot.length / LabelledImages.CLASSES;
    }

    /** As many examples as there is room for, those whose indices stand from {@code from} on; the batch before is void. */
    DataSet batch(LabelledImages images, int[] order, int from) {
        Arrays.fill(oneHot, 0);
        for (int row = 0; row < examples(); row++) {
            int example = order[from + row];
            System.arraycopy(images.pixelValues(), example * pixels, features, row * pixels, pixels);
            oneHot[row * LabelledImages.CLASSES + images.label(example)] = 1;
        }
        if (featureMatrix == null || !Float32.isPlainMemory()) {
            featureMatrix = Float32.matrix(features, pixels);
            labelMatrix = Float32.matrix(oneHot, LabelledImages.CLASSES);
        } else {
            Float32.overwrite(featureMatrix, features);
            Float32.overwrite(labelMatrix, oneHot);
        }
        return new DataSet(featureMatrix, labelMatrix);
    }
}
