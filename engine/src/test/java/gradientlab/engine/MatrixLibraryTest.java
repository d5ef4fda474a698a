package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixLibraryTest {

    /** A sum of n products of numbers up to 1 is rounded n times: less than this for each. */
    private static final double PER_TERM = 1.2e-7;

    /** A product as a dense layer takes it, with arrays of a seed's random numbers. */
    private record Product(boolean transposeA, boolean transposeB, int m, int n, int k) {

        float[] a() {
            return random(m * k, 1);
        }

        float[] b() {
            return random(k * n, 2);
        }

        float[] by(Gemm library) {
            float[] result = new float[m * n];
            try (FloatPointer a = new FloatPointer(a());
                    FloatPointer b = new FloatPointer(b());
                    FloatPointer c = new FloatPointer(result.length)) {
                Arrays.fill(result, Float.NaN); // what was there before has no part in it
                c.put(result);
                library.multiply(transposeA, transposeB, m, n, k, a, transposeA ? m : k, b, transposeB ? k : n, c, n);
                c.get(result);
            }
            return result;
        }

        double exact(int row, int column) {
            float[] a = a();
            float[] b = b();
            double sum = 0;
            for (int i = 0; i < k; i++) {
                double left = transposeA ? a[i * m + row] : a[row * k + i];
                sum += left * (transposeB ? b[column * k + i] : b[i * n + column]);
            }
            return sum;
        }

        private static float[] random(int length, int seed) {
            Random random = new Random(seed);
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = 2 * random.nextFloat() - 1;
            }
            return values;
        }
    }

    private static Stream<Gemm> libraries() {
        return Stream.of(MatrixLibrary.values())
                .filter(library -> library != MatrixLibrary.ONEDNN || OneDnnGemm.canLoad())
                .map(MatrixLibrary::gemm);
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, 32, 128, 784",
        "true, false, 128, 784, 32",
        "false, false, 32, 784, 128",
        "false, true, 7, 10, 5",
        "true, false, 3, 1, 33",
        "false, false, 1, 1, 1"
    })
    void everyLibraryComputesTheSumsOfProducts(boolean transposeA, boolean transposeB, int m, int n, int k) {
        Product product = new Product(transposeA, transposeB, m, n, k);
        libraries().forEach(library -> {
            float[] result = product.by(library);
            for (int i = 0; i < result.length; i += 1 + result.length / 100) {
                assertThat(Math.abs(result[i] - product.exact(i / n, i % n))).isLessThan(k * PER_TERM);
            }
        });
    }

    @Test
    void theBitsAreTheSameOnEveryThreadAndBesideOthers() {
        Product product = new Product(false, true, 64, 96, 300);
        libraries().forEach(library -> {
            float[] alone = product.by(library);
            Stream.generate(() -> CompletableFuture.supplyAsync(() -> product.by(library)))
                    .limit(8)
                    .toList()
                    .forEach(other -> assertThat(other.join()).isEqualTo(alone));
        });
    }

    /** On x86-64 the build brings them; who comes first, ND4J or its products, makes no difference. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theNativesOfOneDnnAreThereWhereTheBuildBringsThem() {
        assertThat(OneDnnGemm.canLoad()).isTrue();
        assertThat(OneDnnGemm.describe()).startsWith("oneDNN 2.5.2 for ");
    }

    @Test
    void theFasterOneIsTakenWhereItIsUnlessAnotherIsAskedFor() {
        assertThat(MatrixLibrary.choose(null, true)).isEqualTo(MatrixLibrary.ONEDNN);
        assertThat(MatrixLibrary.choose(null, false)).isEqualTo(MatrixLibrary.OPENBLAS);
        assertThat(MatrixLibrary.choose("openblas", true)).isEqualTo(MatrixLibrary.OPENBLAS);
        assertThat(MatrixLibrary.choose("onednn", true)).isEqualTo(MatrixLibrary.ONEDNN);
        assertThatThrownBy(() -> MatrixLibrary.choose("mkl", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown gradientlab.matrixLibrary 'mkl': use one of onednn, openblas");
        assertThatThrownBy(() -> MatrixLibrary.choose("onednn", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "gradientlab.matrixLibrary must be openblas on this machine, which has no natives of oneDNN,"
                                + " not onednn");
    }
}
