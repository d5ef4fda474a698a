package gradientlab.runfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecificationTest {

    private static Specification of(String... pairs) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parts.put(pairs[i], pairs[i + 1]);
        }
        return new Specification(parts);
    }

    @Test
    void equalPartsHaveOneDigestAndOthersAnother() {
        assertThat(of("a", "1", "b", "2").digest())
                .isEqualTo(of("a", "1", "b", "2").digest())
                .isNotEqualTo(of("a", "1", "b", "3").digest())
                .isNotEqualTo(of("a", "1\n1 b=2").digest());
    }

    @Test
    void theFirstDifferenceIsSaid() {
        assertThat(of("a", "1", "b", "2").difference(of("a", "1", "b", "2"))).isEmpty();
        assertThat(of("a", "1", "b", "2").difference(of("a", "1", "b", "3"))).isEqualTo("b 2, not 3");
        assertThat(of("a", "1").difference(of("a", "1", "b", "3"))).isEqualTo("b unsaid, not 3");
    }
}
