package gradientlab.sweep.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParquetTableTest {

    /** Read by Spark in {@code ParquetReadBySparkTest} of the module spark; {@code -Dupdate.golden=true} writes it anew. */
    private static final Path GOLDEN = Path.of("src/test/resources/gradientlab/sweep/parquet/table.parquet");

    private static ParquetTable table() {
        return new ParquetTable(List.of(
                new ParquetColumn("flag", ParquetColumn.Kind.FLAG),
                new ParquetColumn("whole", ParquetColumn.Kind.WHOLE),
                new ParquetColumn("number", ParquetColumn.Kind.NUMBER),
                new ParquetColumn("text", ParquetColumn.Kind.TEXT)));
    }

    @Test
    void theBytesAreThoseThatSparkHasRead() throws IOException {
        ParquetTable table = table();
        table.add(List.of(true, Long.MIN_VALUE, -0.0, ""));
        table.add(Arrays.asList(null, null, null, null));
        table.add(List.of(false, 300, Double.NaN, "σw² 1.76"));
        table.add(List.of(true, Long.MAX_VALUE, Double.MIN_VALUE, "x".repeat(200)));
        // More than eight flags take a second byte, and more rows of one kind than 63 a second byte of their run.
        for (int row = 0; row < 70; row++) {
            table.add(Arrays.asList(row % 3 == 0, row, row / 10.0, row % 2 == 0 ? "even" : null));
        }
        byte[] bytes = table.toBytes();
        if (Boolean.getBoolean("update.golden")) {
            Files.write(GOLDEN, bytes);
        }
        assertThat(bytes).isEqualTo(Files.readAllBytes(GOLDEN));
    }

    /** The format's magic number at both ends, and before the last the length of the footer, 4 bytes. */
    @Test
    void aTableWithoutRowsIsAFile() {
        byte[] bytes = table().toBytes();
        assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(new String(bytes, bytes.length - 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
        int footer = bytes[bytes.length - 8] & 0xFF | (bytes[bytes.length - 7] & 0xFF) << 8;
        assertThat(footer).isBetween(100, bytes.length - 12);
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> table().add(List.of(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of 4 columns needs as many values, not 1");
    }
}
