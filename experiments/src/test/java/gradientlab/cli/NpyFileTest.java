package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NpyFileTest {

    @TempDir
    private Path folder;

    private NpyFile file(byte[] bytes) throws IOException {
        return new NpyFile(Files.write(folder.resolve("a.npy"), bytes));
    }

    /** ND4J's own writer of the format, as the reference. */
    @Test
    void anArrayIsReadAsItWasWritten() throws IOException {
        INDArray array = Nd4j.create(new float[][] {{1, -2.5f, 3}, {1e38f, 0, Float.NaN}});
        Path path = folder.resolve("written.npy");
        Nd4j.writeAsNumpy(array, path.toFile());
        INDArray read = new NpyFile(path).read();
        assertThat(read.shape()).containsExactly(2, 3);
        assertThat(read.dup('c').data().asFloat()).containsExactly(1, -2.5f, 3, 1e38f, 0, Float.NaN);
    }

    /** The bytes of −2 (or of what they are without a sign) in every kind of number, by the definition of each. */
    @ParameterizedTest
    @CsvSource({
        "<f4, 000000C0, -2",
        ">f4, C0000000, -2",
        "<f8, 00000000000000C0, -2",
        "|i1, FE, -2",
        "<i2, FEFF, -2",
        ">i2, FFFE, -2",
        "<i4, FEFFFFFF, -2",
        "<i8, FEFFFFFFFFFFFFFF, -2",
        "|u1, FE, 254",
        "<u2, FEFF, 65534",
        "<u4, FEFFFFFF, 4294967294",
        "|b1, 01, 1"
    })
    void everyKindOfNumberIsRead(String kind, String hex, float value) throws IOException {
        byte[] number = HexFormat.of().parseHex(hex);
        byte[] bytes = ReadableFiles.npy(kind, "(1,)", number.length);
        System.arraycopy(number, 0, bytes, bytes.length - number.length, number.length);
        assertThat(file(bytes).read().getFloat(0)).isEqualTo(value);
    }

    @Test
    void theOrderOfFortranGoesDownTheColumns() throws IOException {
        byte[] bytes = ReadableFiles.npy("|u1", "(2, 2)", 4);
        String header = new String(bytes, StandardCharsets.ISO_8859_1).replace("False", "True ");
        byte[] columns = header.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(new byte[] {1, 2, 3, 4}, 0, columns, columns.length - 4, 4);
        assertThat(file(columns).read().toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 3}, {2, 4}});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<f4 | (2000000000,) | its shape [2000000000] needs 2000000000 values of 4 bytes, and 24 bytes follow",
                "<f4 | (9999999999, 9999999999) | and 24 bytes follow the header",
                "<f4 | (99999999999999999999,) | is none",
                "<f4 | () | has no examples with values",
                "<c8 | (3,) | its header names no numbers of 1, 2, 4 or 8 bytes that can be read",
                "<f2 | (12,) | its numbers are of the kind f2, which is not read"
            })
    void aHeaderThatClaimsWhatIsNotThereCostsNoMemory(String kind, String shape, String why) throws IOException {
        NpyFile file = file(ReadableFiles.npy(kind, shape, 24));
        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("a.npy") + " must be an array that NumPy saved, but ")
                .hasMessageContaining(why);
    }

    @Test
    void whatBreaksOffOrBeginsOtherwiseIsRefused() throws IOException {
        byte[] whole = ReadableFiles.npy("<f4", "(3,)", 12);
        for (int length = 0; length < whole.length; length++) {
            NpyFile file = file(Arrays.copyOf(whole, length));
            assertThatThrownBy(file::read).isInstanceOf(IOException.class);
        }
        byte[] wide = ByteBuffer.wrap(whole.clone())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(6, (byte) 2)
                .array();
        assertThatThrownBy(file(wide)::read).hasMessageContaining("does not fit into the file");
    }
}
