package gradientlab.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdxArrayTest {
    @Test
    void valuesAreUnsigned() {
        assertThat(new IdxArray(List.of(2), new byte[] {(byte) 0xff, 0x7f}).value(0))
                .isEqualTo(255);
    }

    @Test
    void theDigestIsThatOfTheUncompressedFile() throws Exception {
        byte[] file = IdxFixtures.counting(2, 3, 4);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
        assertThat(IdxReader.read(new ByteArrayInputStream(file), "file").sha256())
                .isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void equalityIsThatOfDimensionsAndValues() {
        IdxArray array = new IdxArray(List.of(1, 2), new byte[] {1, 2});
        assertThat(array)
                .isEqualTo(new IdxArray(List.of(1, 2), new byte[] {1, 2}))
                .hasSameHashCodeAs(new IdxArray(List.of(1, 2), new byte[] {1, 2}))
                .isNotEqualTo(new IdxArray(List.of(2, 1), new byte[] {1, 2}))
                .isNotEqualTo(new IdxArray(List.of(1, 2), new byte[] {1, 3}))
                .hasToString("IdxArray[1 x 2]");
    }

    @Test
    void dimensionsThatTheValuesDoNotFillAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdxArray(List.of(2, 3), new byte[5]))
                .withMessageContaining("the number of values, 5,")
                .withMessageEndingWith("but are 2 x 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new IdxArray(List.of(-1, -5), new byte[5]));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdxArray(List.of(5, 0), new byte[0]));
    }

    @Test
    void moreDimensionsThanTheFormatCountsAreRefused() {
        assertThat(new IdxArray(Collections.nCopies(255, 1), new byte[1]).dimensions())
                .hasSize(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdxArray(Collections.nCopies(256, 1), new byte[1]))
                .withMessageEndingWith("but are 256");
        assertThatIllegalArgumentException().isThrownBy(() -> new IdxArray(List.of(), new byte[1]));
    }

    @Test
    void aProductBeyondTheGreatestLongIsNotMistakenForASmallOne() {
        // 65536^4 is 2^64, which a long product would wrap to 0.
        assertThat(IdxArray.length(Collections.nCopies(4, 65536))).isGreaterThan(IdxArray.MAX_LENGTH);
        assertThat(IdxArray.length(Collections.nCopies(255, Integer.MAX_VALUE))).isGreaterThan(IdxArray.MAX_LENGTH);
    }
}
