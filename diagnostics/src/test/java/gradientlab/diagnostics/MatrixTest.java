package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {

    private final Matrix matrix = new Matrix(2, 3, new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void valuesLieRowByRow() {
        assertThat(matrix.at(0, 2)).isEqualTo(3);
        assertThat(matrix.at(1, 0)).isEqualTo(4);
        assertThat(matrix.empty()).isFalse();
        assertThat(Matrix.EMPTY.empty()).isTrue();
    }

    @Test
    void aPlaceOutsideIsRefused() {
        assertThatThrownBy(() -> matrix.at(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.at(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.at(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void equalityIsByContent() {
        assertThat(matrix)
                .isEqualTo(new Matrix(2, 3, new float[] {1, 2, 3, 4, 5, 6}))
                .hasSameHashCodeAs(new Matrix(2, 3, new float[] {1, 2, 3, 4, 5, 6}))
                .isNotEqualTo(new Matrix(3, 2, new float[] {1, 2, 3, 4, 5, 6}))
                .isNotEqualTo(new Matrix(2, 3, new float[] {1, 2, 3, 4, 5, 7}))
                .hasToString("Matrix[2 x 3]");
    }

    @Test
    void aWrongNumberOfValuesIsRefused() {
        assertThatThrownBy(() -> new Matrix(2, 3, new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A 2 x 3 matrix has 6 values, but there were 5.");
        assertThatThrownBy(() -> new Matrix(65536, 65536, new float[0]))
                .as("the product does not fit an int")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNegativeSizeIsRefused() {
        assertThatThrownBy(() -> new Matrix(-1, 0, new float[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A matrix has at least 0 rows and columns, but it was -1 x 0.");
    }
}
