package gradientlab.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundledMnistTest {
    private static MnistDataset mnist;

    @BeforeAll
    static void load() throws IOException {
        mnist = MnistDataset.bundled();
    }

    @AfterAll
    static void release() {
        mnist = null;
    }

    @Test
    void theSetsHaveTheirPublishedSizes() {
        assertThat(mnist.name()).isEqualTo("MNIST");
        assertThat(mnist.train().size()).isEqualTo(60_000);
        assertThat(mnist.test().size()).isEqualTo(10_000);
        assertThat(mnist.train().rows()).isEqualTo(28);
        assertThat(mnist.train().columns()).isEqualTo(28);
        assertThat(mnist.train().pixels()).isEqualTo(784);
        assertThat(mnist.train().classes()).isEqualTo(10);
    }

    /** The first ten of each set, as every tutorial's first figure shows them. */
    @Test
    void theFirstLabelsAreTheWellKnownOnes() {
        assertThat(IntStream.range(0, 10).map(mnist.train()::label)).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(IntStream.range(0, 10).map(mnist.test()::label)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
    }

    /** Counted outside Java, byte by byte behind the eighth of each label file. */
    @Test
    void theClassCountsAreThoseOfTheLabelFiles() {
        assertThat(classCounts(mnist.train()))
                .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(classCounts(mnist.test())).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    private static int[] classCounts(LabelledImages images) {
        int[] counts = new int[images.classes()];
        IntStream.range(0, images.size()).forEach(i -> counts[images.label(i)]++);
        return counts;
    }

    /** 0.1307 and 0.3081 are the arguments of Normalize in PyTorch's MNIST example, from the training set. */
    @Test
    void meanAndStandardDeviationAreTheWellKnownOnes() {
        double sum = 0;
        double squares = 0;
        float[] pixels = mnist.train().pixelValues();
        for (float pixel : pixels) {
            sum += pixel;
            squares += (double) pixel * pixel;
        }
        double mean = sum / pixels.length;
        assertThat(mean).isCloseTo(0.1307, within(0.00005));
        assertThat(Math.sqrt(squares / pixels.length - mean * mean)).isCloseTo(0.3081, within(0.00005));
    }

    @Test
    void everyPixelIsItsByteDividedBy255InFloat32() throws IOException {
        byte[] bytes = new BundledFiles().read(MnistFile.TEST_IMAGES).values();
        float[] expected = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            expected[i] = (bytes[i] & 0xff) / 255f;
        }
        assertThat(Arrays.equals(mnist.test().pixelValues(), expected)).isTrue();
    }

    @Test
    void theDigestsAreInTheProvenance() {
        assertThat(mnist.sha256())
                .containsEntry(
                        "train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void noticeAndReadmeNameEveryFileWithItsDigest(MnistFile file) throws IOException {
        String row = String.format(
                Locale.ROOT, "\\|\\s*`?%s`?\\s*\\|[^|]+\\|\\s*`?%s`?\\s*\\|", file.mnistName(), file.mnistSha256());
        Path notice = Path.of("src/main/resources/gradientlab/mnist/LICENSE-MNIST.md");
        assertThat(Files.readString(notice)).containsPattern(row).contains("CC BY-SA 3.0", "LeCun", "Cortes", "Burges");
        assertThat(Files.readString(Path.of("README.md"))).containsPattern(row).contains("CC BY-SA 3.0");
    }

    @Test
    void aMissingResourceIsReported() {
        assertThatExceptionOfType(IdxFormatException.class)
                .isThrownBy(() -> MnistLoader.load("MNIST", new BundledFiles(name -> null)))
                .withMessage("bundled resource gradientlab/mnist/train-images-idx3-ubyte.gz: "
                        + "expected this file on the class path, found none.");
    }

    @Test
    void aResourceThatIsAValidFileOfAnotherDatasetIsRefused() {
        byte[] other = IdxFixtures.counting(3, 28, 28);
        BundledFiles files = new BundledFiles(name -> new ByteArrayInputStream(other));
        assertThatExceptionOfType(IdxFormatException.class)
                .isThrownBy(() -> MnistLoader.load("MNIST", files))
                .withMessageMatching("bundled resource gradientlab/mnist/train-images-idx3-ubyte\\.gz: expected content"
                        + " with the SHA-256 ba891046e6505d7a[0-9a-f]{48}, found [0-9a-f]{64}\\.");
    }
}
