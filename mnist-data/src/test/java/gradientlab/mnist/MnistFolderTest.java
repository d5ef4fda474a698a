package gradientlab.mnist;

import static gradientlab.mnist.IdxFixtures.counting;
import static gradientlab.mnist.IdxFixtures.gzip;
import static gradientlab.mnist.IdxFixtures.labels;
import static gradientlab.mnist.IdxFixtures.tinyDataset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistFolderTest {
    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

    @TempDir
    Path folder;

    private final Map<String, byte[]> files = tinyDataset();

    @Test
    void aFolderOfFourFilesIsADataset() throws IOException {
        MnistDataset dataset = load();
        assertThat(dataset.name()).isEqualTo(folder.getFileName().toString());
        assertThat(dataset.train().size()).isEqualTo(3);
        assertThat(dataset.train().rows()).isEqualTo(2);
        assertThat(dataset.train().columns()).isEqualTo(3);
        assertThat(dataset.train().label(1)).isEqualTo(9);
        assertThat(dataset.train().pixelValues()[17]).isEqualTo(17 / 255f);
        assertThat(dataset.test().size()).isEqualTo(2);
        assertThat(dataset.test().label(0)).isEqualTo(1);
    }

    @Test
    void digestsAreThoseOfTheUncompressedFilesInFixedOrder() throws IOException {
        Path file = IdxFixtures.write(folder.resolve("any"), labels(4, 9, 0));
        assertThat(load().sha256())
                .containsEntry("train-labels-idx1-ubyte", IdxReader.read(file).sha256())
                .extracting(Map::keySet)
                .asString()
                .isEqualTo("[train-images-idx3-ubyte, train-labels-idx1-ubyte,"
                        + " t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte]");
    }

    @ParameterizedTest
    @CsvSource({
        "'',          -, t10k, .gz", // MNIST, Fashion-MNIST and KMNIST as published
        "'',          ., t10k, ''", // MNIST unpacked by old Windows programs
        "emnist-digits-, -, test, .gz", // EMNIST
        "emnist-mnist-,  -, test, ''",
    })
    void publishedNamesAreFound(String prefix, String separator, String test, String ending) throws IOException {
        Map<String, byte[]> renamed = new TreeMap<>();
        UnaryOperator<String> rename = name -> prefix
                + name.replace("-idx", separator + "idx").replace("t10k", test).replace(".gz", ending);
        files.forEach((name, content) -> renamed.put(rename.apply(name), content));
        IdxFixtures.write(folder, renamed);

        MnistDataset dataset = MnistDataset.in(folder);
        assertThat(dataset.train().size()).isEqualTo(3);
        assertThat(dataset.test().size()).isEqualTo(2);
        assertThat(dataset.sha256())
                .containsKey(prefix + "train-images" + separator + "idx3-ubyte")
                .hasSize(4);
    }

    /** Names and their pattern are made when the class is loaded: a loader of its own loads it in each place. */
    @Test
    void filesAreFoundWhateverTheLanguageOfTheMachine() throws Exception {
        IdxFixtures.write(folder, files);
        Everywhere.same(() -> {
            try (URLClassLoader anew = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
                Object dataset = anew.loadClass(MnistDataset.class.getName())
                        .getMethod("in", Path.class)
                        .invoke(null, folder);
                return dataset.getClass().getMethod("sha256").invoke(dataset);
            }
        });
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Test
    void aMissingFileIsToldInOneLanguage() throws Exception {
        files.remove(TEST_LABELS);
        IdxFixtures.write(folder, files);
        Everywhere.same(() -> {
            try {
                return MnistDataset.in(folder).name();
            } catch (IdxFormatException e) {
                return e.getMessage();
            }
        });
    }

    @Test
    void otherFilesAndFoldersAreIgnored() throws IOException {
        Files.createDirectory(folder.resolve("train-images.idx3-ubyte"));
        files.put("README.md", new byte[1]);
        files.put("qmnist-train-labels-idx2-int.gz", new byte[1]);
        files.put("train-images-idx3-ubyte.gz.part", new byte[1]);
        files.put("._train-images-idx3-ubyte.gz", new byte[1]);
        assertThat(load().train().size()).isEqualTo(3);
    }

    @Test
    void aMissingFileIsReportedWithFolderAndNames() {
        files.remove(TEST_LABELS);
        assertThatItIsRefused(
                folder,
                "a file called t10k-labels[-.]idx1-ubyte or test-labels[-.]idx1-ubyte (any prefix, with or without .gz)",
                "none among the 3 file(s) there");
    }

    @Test
    void twoCandidatesForOneFileAreBothNamed() {
        files.put("train-images.idx3-ubyte", counting(3, 2, 3));
        assertThatItIsRefused(
                folder,
                "a file called train-images[-.]idx3-ubyte (any prefix, with or without .gz)",
                "2 that could be it: train-images-idx3-ubyte.gz, train-images.idx3-ubyte");
    }

    @Test
    void aFileInPlaceOfTheFolderIsReported() {
        Path file = IdxFixtures.write(folder.resolve("file"), new byte[1]);
        assertThatExceptionOfType(IdxFormatException.class)
                .isThrownBy(() -> MnistDataset.in(file))
                .withMessage("%s: expected a folder of four IDX files, found a file.", file);
    }

    @Test
    void aMissingFolderIsReported() {
        Path absent = folder.resolve("absent");
        assertThatExceptionOfType(IdxFormatException.class)
                .isThrownBy(() -> MnistDataset.in(absent))
                .withMessage("%s: expected a folder of four IDX files, found nothing under this name.", absent);
    }

    @Test
    void swappedImagesAndLabelsAreToldApart() {
        byte[] images = files.put(TRAIN_IMAGES, files.get(TRAIN_LABELS));
        files.put(TRAIN_LABELS, images);
        assertThatItIsRefused(folder.resolve(TRAIN_IMAGES), "images (3 dimension(s))", "labels (1 dimension(s): 3)");
    }

    @Test
    void imagesInPlaceOfLabelsAreTold() {
        files.put(TEST_LABELS, files.get(TEST_IMAGES));
        assertThatItIsRefused(
                folder.resolve(TEST_LABELS), "labels (1 dimension(s))", "images (3 dimension(s): 2 x 2 x 3)");
    }

    @Test
    void colourImagesAreRefused() {
        files.put(TRAIN_IMAGES, counting(3, 2, 3, 3));
        assertThatItIsRefused(
                folder.resolve(TRAIN_IMAGES),
                "images (3 dimension(s))",
                "neither images nor labels (4 dimension(s): 3 x 2 x 3 x 3)");
    }

    @Test
    void moreLabelsThanImagesAreRefused() {
        files.put(TRAIN_LABELS, gzip(labels(1, 2, 3, 4)));
        assertThatItIsRefused(
                folder.resolve(TRAIN_LABELS), "3 labels, one for each image of " + folder.resolve(TRAIN_IMAGES), "4");
    }

    @Test
    void testImagesOfAnotherSizeAreRefused() {
        files.put(TEST_IMAGES, gzip(counting(2, 3, 2)));
        assertThatItIsRefused(
                folder.resolve(TEST_IMAGES),
                "images of 2 x 3 as in " + folder.resolve(TRAIN_IMAGES),
                "images of 3 x 2");
    }

    @ParameterizedTest
    @CsvSource({"10", "26", "255"})
    void aLabelBeyondNineIsRefusedWithItsIndex(int label) {
        files.put(TEST_LABELS, gzip(labels(9, label)));
        assertThatItIsRefused(folder.resolve(TEST_LABELS), "labels of 0 to 9", label + " as label 1");
    }

    @Test
    void aDamagedFileIsRefusedWithItsPath() {
        files.put(TEST_IMAGES, counting(2, 2, 3, 1));
        files.put(TRAIN_LABELS, new byte[0]);
        assertThatItIsRefused(
                folder.resolve(TRAIN_LABELS), "an IDX file, beginning with the bytes 00 00", "an empty file");
    }

    private MnistDataset load() throws IOException {
        return MnistDataset.in(IdxFixtures.write(folder, files));
    }

    private void assertThatItIsRefused(Path path, String expected, String found) {
        assertThatExceptionOfType(IdxFormatException.class)
                .isThrownBy(this::load)
                .withMessage("%s: expected %s, found %s.", path, expected, found);
    }
}
