package gradientlab.mnist;

import static gradientlab.mnist.IdxFixtures.UNSIGNED_BYTE;
import static gradientlab.mnist.IdxFixtures.concat;
import static gradientlab.mnist.IdxFixtures.counting;
import static gradientlab.mnist.IdxFixtures.gzip;
import static gradientlab.mnist.IdxFixtures.idx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsReadWithItsDimensionsAndValues() throws IOException {
        IdxArray array = IdxReader.read(IdxFixtures.write(folder.resolve("a"), counting(2, 3)));
        assertThat(array.dimensions()).containsExactly(2, 3);
        assertThat(array.values()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 255})
    void anyNumberOfDimensionsIsRead(int count) throws IOException {
        int[] dimensions = new int[count];
        Arrays.fill(dimensions, 1);
        dimensions[count - 1] = 5;
        IdxArray array = read(counting(dimensions));
        assertThat(array.dimensions()).hasSize(count).last().isEqualTo(5);
        assertThat(array.values()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void gzipIsRecognisedByContentAndNotByName() throws IOException {
        Path zippedWithoutGz = IdxFixtures.write(folder.resolve("zipped"), gzip(counting(2, 3)));
        Path plainNamedGz = IdxFixtures.write(folder.resolve("plain.gz"), counting(2, 3));
        assertThat(IdxReader.read(zippedWithoutGz))
                .isEqualTo(IdxReader.read(plainNamedGz))
                .isEqualTo(read(counting(2, 3)));
    }

    @Test
    void aFileLargerThanEveryBufferIsReadWhole() throws IOException {
        IdxArray array = read(gzip(counting(300, 31, 33)));
        assertThat(array.values()).hasSize(300 * 31 * 33);
        assertThat(array.value(306_899)).isEqualTo(306_899 % 256);
    }

    @Test
    void theStreamIsClosed() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(counting(1)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        IdxReader.read(in, "stream");
        assertThat(closed).isTrue();
    }

    @Test
    void aStreamThatFailsIsNotReportedAsADamagedFile() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> IdxReader.read(failing, "stream"))
                .isNotInstanceOf(IdxFormatException.class)
                .withMessage("disk on fire");
    }

    @ParameterizedTest
    @MethodSource
    void damagedFilesAreRefusedWithPathExpectationAndFinding(byte[] content, String expected, String found) {
        Path file = IdxFixtures.write(folder.resolve("digits.idx"), content);
        assertThatExceptionOfType(IdxFormatException.class)
                .isThrownBy(() -> IdxReader.read(file))
                .withMessage("%s: expected %s, found %s.", file, expected, found);
    }

    static Stream<Arguments> damagedFilesAreRefusedWithPathExpectationAndFinding() {
        byte[] good = counting(2, 3);
        return Stream.of(
                damaged("empty", new byte[0], "an IDX file, beginning with the bytes 00 00", "an empty file"),
                damaged("3 bytes", Arrays.copyOf(good, 3), "an IDX file, beginning with the bytes 00 00", "00 00 08"),
                damaged(
                        "an HTML page",
                        "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII),
                        "an IDX file, beginning with the bytes 00 00",
                        "3c 21 44 4f"),
                damaged(
                        "second byte",
                        new byte[] {0, 1, 8, 1},
                        "an IDX file, beginning with the bytes 00 00",
                        "00 01 08 01"),
                damaged("floats", idx(0x0d, new int[] {1}, new byte[4]), "unsigned bytes (IDX type 08)", "IDX type 0d"),
                damaged("no dimension", idx(UNSIGNED_BYTE, new int[0], new byte[1]), "at least 1 dimension", "0"),
                damaged(
                        "short header",
                        Arrays.copyOf(good, 10),
                        "a header of 12 bytes for 2 dimension(s)",
                        "the end of the file after 10"),
                damaged(
                        "empty set",
                        idx(UNSIGNED_BYTE, new int[] {0, 28, 28}, new byte[0]),
                        "dimensions of at least 1",
                        "0 x 28 x 28"),
                damaged(
                        "negative",
                        idx(UNSIGNED_BYTE, new int[] {2, -3}, new byte[6]),
                        "dimensions of at least 1",
                        "2 x -3"),
                damaged(
                        "product overflows a long to 0",
                        idx(UNSIGNED_BYTE, new int[] {65536, 65536, 65536, 65536}, new byte[6]),
                        "at most 2147483639 values",
                        "65536 x 65536 x 65536 x 65536"),
                damaged(
                        "product overflows an int",
                        idx(UNSIGNED_BYTE, new int[] {65536, 65537}, new byte[6]),
                        "at most 2147483639 values",
                        "65536 x 65537"),
                damaged("short", Arrays.copyOf(good, good.length - 1), "6 values (2 x 3)", "only 5"),
                damaged("no values", Arrays.copyOf(good, 12), "6 values (2 x 3)", "only 0"),
                damaged(
                        "two gigabytes promised, six bytes there",
                        idx(UNSIGNED_BYTE, new int[] {2_000_000_000}, new byte[6]),
                        "2000000000 values (2000000000)",
                        "only 6"),
                damaged("trailing", concat(good, (byte) 0), "the end of the file after 6 values (2 x 3)", "1 more"),
                damaged("short in gzip", gzip(Arrays.copyOf(good, 13)), "6 values (2 x 3)", "only 1"),
                damaged(
                        "trailing in gzip",
                        gzip(concat(good, (byte) 0)),
                        "the end of the file after 6 values (2 x 3)",
                        "1 more"),
                damaged(
                        "gzip magic alone",
                        new byte[] {0x1f, (byte) 0x8b},
                        "a complete gzip file",
                        "one that breaks off"),
                damaged(
                        "gzip data cut off",
                        Arrays.copyOf(gzip(good), 20),
                        "a complete gzip file",
                        "one that breaks off"),
                damaged("gzip CRC cut off", withoutLast(gzip(good), 8), "a complete gzip file", "one that breaks off"),
                damaged(
                        "gzip CRC wrong",
                        flipped(gzip(good), 8),
                        "an intact gzip file",
                        "damage (Corrupt GZIP trailer)"),
                damaged(
                        "gzip CRC wrong behind surplus",
                        flipped(gzip(concat(good, (byte) 0)), 8),
                        "an intact gzip file",
                        "damage (Corrupt GZIP trailer)"),
                damaged(
                        "gzip length wrong",
                        flipped(gzip(good), 1),
                        "an intact gzip file",
                        "damage (Corrupt GZIP trailer)"));
    }

    private static Arguments damaged(String name, byte[] content, String expected, String found) {
        return Arguments.of(Named.of(name, content), expected, found);
    }

    /** Some bits of a deflate stream mean nothing, such as the length of a code that is never used. */
    @Test
    void noFlippedBitOfTheCompressedDataGivesOtherValues() throws IOException {
        byte[] content = counting(40, 5);
        byte[] good = gzip(content);
        int refused = 0;
        int firstDataByte = 10;
        for (int i = firstDataByte; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 << bit);
                try {
                    assertThat(read(bad)).as("byte %d, bit %d", i, bit).isEqualTo(read(content));
                } catch (IdxFormatException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan((good.length - firstDataByte) * 8 * 9 / 10);
    }

    @Test
    void aMissingFileIsReportedWithItsPath() {
        Path file = folder.resolve("absent");
        assertThatExceptionOfType(IdxFormatException.class)
                .isThrownBy(() -> IdxReader.read(file))
                .withMessage("%s: expected a readable IDX file, found nothing under this name.", file);
    }

    @Test
    void aFolderInPlaceOfAFileIsReportedWithItsPath() {
        assertThatExceptionOfType(IdxFormatException.class)
                .isThrownBy(() -> IdxReader.read(folder))
                .withMessage("%s: expected a readable IDX file, found a folder.", folder);
    }

    private static IdxArray read(byte[] content) throws IOException {
        return IdxReader.read(new ByteArrayInputStream(content), "content");
    }

    private static byte[] withoutLast(byte[] content, int count) {
        return Arrays.copyOf(content, content.length - count);
    }

    private static byte[] flipped(byte[] content, int fromEnd) {
        byte[] copy = content.clone();
        copy[copy.length - fromEnd] ^= 1;
        return copy;
    }
}
