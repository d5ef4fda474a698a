package gradientlab.mnist;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Labelled images held as float32 in memory: pixels / 255, as torchvision's ToTensor has them.
 *
 * <p>Ten classes, labelled 0 to 9. Immutable as long as nobody writes into {@link #pixelValues()}, and then fit for any
 * number of threads. Two of them are equal only when they are the same object.
 */
public final class LabelledImages {
    /** The number of classes: what MNIST, Fashion-MNIST, KMNIST and EMNIST digits have in common. */
    public static final int CLASSES = 10;

    private static final int MAX_BYTE = 255;

    private final int rows;
    private final int columns;
    private final float[] pixelValues;
    private final int[] labels;

    private LabelledImages(int rows, int columns, float[] pixelValues, int[] labels) {
        this.rows = rows;
        this.columns = columns;
        this.pixelValues = pixelValues;
        this.labels = labels;
    }

    /**
     * Images from pixels and labels, for sets that come from no file.
     *
     * @param rows pixel rows of an image
     * @param columns pixel columns of an image
     * @param pixelValues n × rows × columns values, row-major; not copied, and taken as they are, NaN included
     * @param labels n labels; copied
     * @throws IllegalArgumentException if there is no image, an image has no pixel, there are not rows × columns values
     *     for each label, or a label is not 0 to 9
     */
    public static LabelledImages of(int rows, int columns, float[] pixelValues, int[] labels) {
        Objects.requireNonNull(pixelValues, "pixelValues");
        if (rows < 1 || columns < 1 || labels.length < 1) {
            throw new IllegalArgumentException("rows, columns and the number of labels must be at least 1, but are "
                    + rows + ", " + columns + " and " + labels.length);
        }
        if ((long) labels.length * rows * columns != pixelValues.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "pixelValues must have %d x %d x %d elements, but has %d",
                    labels.length,
                    rows,
                    columns,
                    pixelValues.length));
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= CLASSES) {
                throw new IllegalArgumentException("labels must be 0 to 9, but label " + i + " is " + labels[i]);
            }
        }
        return new LabelledImages(rows, columns, pixelValues, labels.clone());
    }

    /** Images from the bytes of IDX files, each pixel divided by 255 in float32. */
    static LabelledImages ofBytes(int rows, int columns, byte[] pixels, byte[] labels) {
        return of(
                rows,
                columns,
                scaled(pixels),
                IntStream.range(0, labels.length)
                        .map(i -> Byte.toUnsignedInt(labels[i]))
                        .toArray());
    }

    private static float[] scaled(byte[] pixels) {
        float[] scale = new float[MAX_BYTE + 1];
        for (int value = 0; value <= MAX_BYTE; value++) {
            scale[value] = value / (float) MAX_BYTE;
        }
        float[] values = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = scale[Byte.toUnsignedInt(pixels[i])];
        }
        return values;
    }

    /** The number of images, at least 1. */
    public int size() {
        return labels.length;
    }

    /** Pixel rows of each image. */
    public int rows() {
        return rows;
    }

    /** Pixel columns of each image. */
    public int columns() {
        return columns;
    }

    /** Pixels of each image: rows × columns, the width of the network's input. */
    public int pixels() {
        return rows * columns;
    }

    /** The number of classes, the width of the network's output. */
    public int classes() {
        return CLASSES;
    }

    /**
     * The pixels of all images, n × pixels, row-major, 0 to 1.
     *
     * <p>This is the array itself, since a copy of MNIST's would take another 188 MB: it must not be written into.
     */
    public float[] pixelValues() {
        return pixelValues;
    }

    /** The class of the image at an index from 0 to size − 1. */
    public int label(int index) {
        return labels[index];
    }

    /**
     * The first examples in file order.
     *
     * @param n how many, 1 to size
     * @return features [n, pixels] float32, labels one-hot [n, classes] float32, on no workspace
     * @throws IllegalArgumentException if n is below 1 or above the size
     */
    public DataSet first(int n) {
        return range(0, n);
    }

    /**
     * A run of examples in file order.
     *
     * @param from the first one's index
     * @param to the index after the last one
     * @return features [to − from, pixels] float32, labels one-hot [to − from, classes] float32, on no workspace
     * @throws IllegalArgumentException unless 0 ≤ from &lt; to ≤ size
     */
    public DataSet range(int from, int to) {
        if (from < 0 || from >= to || to > size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "from and to must satisfy 0 <= from < to <= %d, but are %d and %d", size(), from, to));
        }
        return batch(IntStream.range(from, to).toArray(), 0, to - from);
    }

    /** The examples whose indices stand at {@code from} (inclusive) to {@code to} (exclusive) of an order. */
    DataSet batch(int[] order, int from, int to) {
        return new BatchArrays(to - from, pixels()).batch(this, order, from);
    }
}
