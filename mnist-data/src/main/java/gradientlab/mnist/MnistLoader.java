package gradientlab.mnist;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the four files of a data set and checks that they belong together. */
final class MnistLoader {
    private final MnistSource source;
    private final Map<String, String> sha256 = new LinkedHashMap<>();

    private MnistLoader(MnistSource source) {
        this.source = source;
    }

    static MnistDataset load(String name, MnistSource source) throws IOException {
        return new MnistLoader(source).load(name);
    }

    private MnistDataset load(String name) throws IOException {
        LabelledImages train = images(MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS);
        LabelledImages test = images(MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS);
        if (train.rows() != test.rows() || train.columns() != test.columns()) {
            String expected = String.format(
                    Locale.ROOT,
                    "images of %d x %d as in %s",
                    train.rows(),
                    train.columns(),
                    source.path(MnistFile.TRAIN_IMAGES));
            String found = String.format(Locale.ROOT, "images of %d x %d", test.rows(), test.columns());
            throw new IdxFormatException(source.path(MnistFile.TEST_IMAGES), expected, found);
        }
        return new MnistDataset(name, train, test, sha256);
    }

    /** A method of its own, so that the bytes of one set are garbage before the next is read. */
    private LabelledImages images(MnistFile imageFile, MnistFile labelFile) throws IOException {
        IdxArray images = read(imageFile);
        IdxArray labels = read(labelFile);
        requireSameCount(images, imageFile, labels, labelFile);
        requireTenClasses(labels, labelFile);
        return LabelledImages.ofBytes(
                images.dimensions().get(1), images.dimensions().get(2), images.values(), labels.values());
    }

    private IdxArray read(MnistFile file) throws IOException {
        IdxArray array = source.read(file);
        String digest = array.sha256();
        source.requireSha256(file, digest);
        file.requireDimensions(array, source.path(file));
        sha256.put(source.name(file), digest);
        return array;
    }

    private void requireSameCount(IdxArray images, MnistFile imageFile, IdxArray labels, MnistFile labelFile)
            throws IdxFormatException {
        int imageCount = images.dimensions().get(0);
        int labelCount = labels.dimensions().get(0);
        if (imageCount != labelCount) {
            String expected = String.format(
                    Locale.ROOT, "%d labels, one for each image of %s", imageCount, source.path(imageFile));
            throw new IdxFormatException(source.path(labelFile), expected, String.valueOf(labelCount));
        }
    }

    private void requireTenClasses(IdxArray labels, MnistFile file) throws IdxFormatException {
        for (int i = 0; i < labels.values().length; i++) {
            if (labels.value(i) >= LabelledImages.CLASSES) {
                throw new IdxFormatException(
                        source.path(file),
                        "labels of 0 to 9",
                        String.format(Locale.ROOT, "%d as label %d", labels.value(i), i));
            }
        }
    }
}
