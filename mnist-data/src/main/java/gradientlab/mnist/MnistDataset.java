package gradientlab.mnist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Training and test set, with the origin and the SHA-256 of the four files.
 *
 * <p>MNIST takes 220 MB of heap: 70,000 images of 784 pixels as float32. Whoever needs it twice keeps it.
 *
 * @param name "MNIST" for the bundled files, else the name of the folder
 * @param train the training set
 * @param test the test set, with images of the same size
 * @param sha256 name of each uncompressed file to its SHA-256 in hexadecimal, in the order training images, training
 *     labels, test images, test labels; empty for a set that comes from no file
 */
public record MnistDataset(String name, LabelledImages train, LabelledImages test, Map<String, String> sha256) {
    /**
     * Checks that the two sets fit.
     *
     * @throws IllegalArgumentException if the images of the two sets differ in size
     */
    public MnistDataset {
        Objects.requireNonNull(name, "name");
        // A copy that keeps the order, which Map.copyOf does not.
        sha256 = Collections.unmodifiableMap(new LinkedHashMap<>(sha256));
        if (train.rows() != test.rows() || train.columns() != test.columns()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "train and test must have images of one size, but have %d x %d and %d x %d",
                    train.rows(),
                    train.columns(),
                    test.rows(),
                    test.columns()));
        }
    }

    /**
     * MNIST as it comes with this module, checked against its published SHA-256.
     *
     * <p>Reads anew at each call (about a second) and needs 300 MB of heap while doing so.
     *
     * @throws IdxFormatException if a file is missing from the class path or is not MNIST's
     * @throws IOException if reading fails half-way
     */
    public static MnistDataset bundled() throws IOException {
        return MnistLoader.load("MNIST", new BundledFiles());
    }

    /**
     * The data set in a folder of four IDX files: MNIST, Fashion-MNIST, KMNIST, EMNIST digits or one like them.
     *
     * <p>File names as published ({@code train-images-idx3-ubyte}, {@code t10k-labels-idx1-ubyte}), with a dot for the
     * dash before {@code idx}, with {@code test} for {@code t10k}, with any prefix that ends in a dash
     * ({@code emnist-digits-}), with and without {@code .gz}. Other files are ignored.
     *
     * @throws IdxFormatException if a file is missing, could be several, is damaged or does not fit the others; if the
     *     labels are not 0 to 9
     * @throws IOException if reading fails half-way
     */
    public static MnistDataset in(Path folder) throws IOException {
        FolderFiles files = FolderFiles.in(folder);
        Path last = folder.toRealPath().getFileName();
        return MnistLoader.load(last == null ? folder.toString() : last.toString(), files);
    }
}
