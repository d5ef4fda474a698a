package gradientlab.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class LabelledImagesTest {
    private final LabelledImages images = random(7, 2, 3);

    /** Random pixels and labels, the seed fixed. */
    static LabelledImages random(int size, int rows, int columns) {
        Random random = new Random(size);
        float[] pixels = new float[size * rows * columns];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return LabelledImages.of(rows, columns, pixels, random.ints(size, 0, 10).toArray());
    }

    @Test
    void allByteValuesAreDividedBy255InFloat32() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        LabelledImages scaled = LabelledImages.ofBytes(16, 16, bytes, new byte[] {3});
        for (int i = 0; i < 256; i++) {
            assertThat(scaled.pixelValues()[i]).isEqualTo(i / 255f);
        }
        assertThat(scaled.pixelValues()[255]).isEqualTo(1f);
    }

    @Test
    void aRangeHoldsPixelsAndOneHotLabelsOfItsExamples() {
        DataSet range = images.range(2, 5);
        assertThat(range.getFeatures().shape()).containsExactly(3, 6);
        assertThat(range.getLabels().shape()).containsExactly(3, 10);
        for (int row = 0; row < 3; row++) {
            for (int pixel = 0; pixel < 6; pixel++) {
                assertThat(range.getFeatures().getFloat(row, pixel))
                        .isEqualTo(images.pixelValues()[(2 + row) * 6 + pixel]);
            }
            for (int c = 0; c < 10; c++) {
                assertThat(range.getLabels().getFloat(row, c)).isEqualTo(c == images.label(2 + row) ? 1f : 0f);
            }
        }
    }

    @Test
    void theFirstExamplesAreTheRangeFromZero() {
        assertThat(images.first(4)).isEqualTo(images.range(0, 4));
        assertThat(images.first(7).numExamples()).isEqualTo(7);
    }

    @Test
    void arraysAreFloat32InCOrderWhateverTheDefaultTypeIs() {
        DataType before = Nd4j.defaultFloatingPointType();
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            DataSet first = images.first(2);
            assertThat(first.getFeatures().dataType()).isEqualTo(DataType.FLOAT);
            assertThat(first.getLabels().dataType()).isEqualTo(DataType.FLOAT);
            assertThat(first.getFeatures().ordering()).isEqualTo('c');
            assertThat(first.getFeatures()).isEqualTo(images.first(2).getFeatures());
        } finally {
            Nd4j.setDefaultDataTypes(before, before);
        }
    }

    @Test
    void arraysOutliveTheWorkspaceTheyWereMadeIn() {
        DataSet first;
        WorkspaceConfiguration megabyte =
                WorkspaceConfiguration.builder().initialSize(1 << 20).build();
        try (MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace(megabyte, "TEST")) {
            assertThat(workspace.isScopeActive()).isTrue();
            first = images.first(2);
        }
        assertThat(first.getFeatures().isAttached()).isFalse();
        assertThat(first.getLabels().isAttached()).isFalse();
        assertThat(first).isEqualTo(images.first(2));
    }

    /** The short cut into the CPU's buffer against ND4J's own way. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 784", "3, 5", "128, 784"})
    void aMatrixIsWhatNd4jMakesOfTheSameValues(int rows, int columns) {
        float[] values = random(rows, 1, columns).pixelValues();
        INDArray expected = Nd4j.create(values, new long[] {rows, columns}, 'c');
        INDArray matrix = Float32.matrix(values, columns);
        assertThat(matrix.shapeInfoToString()).isEqualTo(expected.shapeInfoToString());
        assertThat(matrix.toFloatMatrix()).isDeepEqualTo(expected.toFloatMatrix());
    }

    @Test
    void theLabelsAreCopied() {
        int[] labels = {1, 2};
        LabelledImages two = LabelledImages.of(1, 1, new float[2], labels);
        labels[0] = 9;
        assertThat(two.label(0)).isEqualTo(1);
    }

    @Test
    void notANumberStaysNotANumber() {
        LabelledImages nan = LabelledImages.of(1, 1, new float[] {Float.NaN}, new int[] {0});
        assertThat(nan.first(1).getFeatures().getFloat(0, 0)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "3, 3", "4, 2", "0, 8"})
    void rangesOutsideTheSetAreRefused(int from, int to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> images.range(from, to))
                .withMessage("from and to must satisfy 0 <= from < to <= 7, but are %d and %d", from, to);
    }

    @Test
    void imagesThatDoNotFitTheirLabelsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.of(2, 3, new float[13], new int[2]))
                .withMessage("pixelValues must have 2 x 2 x 3 elements, but has 13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.of(2, 0, new float[0], new int[2]))
                .withMessage("rows, columns and the number of labels must be at least 1, but are 2, 0 and 2");
        assertThatIllegalArgumentException().isThrownBy(() -> LabelledImages.of(2, 3, new float[0], new int[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.of(1, 1, new float[2], new int[] {0, -1}))
                .withMessage("labels must be 0 to 9, but label 1 is -1");
        assertThatIllegalArgumentException().isThrownBy(() -> LabelledImages.of(1, 1, new float[1], new int[] {10}));
    }

    @Test
    void setsOfImagesOfDifferentSizesAreNoDataset() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MnistDataset("odd", images, random(2, 3, 2), Map.of()))
                .withMessage("train and test must have images of one size, but have 2 x 3 and 3 x 2");
    }
}
