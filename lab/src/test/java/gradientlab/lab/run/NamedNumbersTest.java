package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedNumbersTest {

    private final NamedNumbers numbers = new NamedNumbers(List.of("b.W", "a.W"), new double[] {-3, Double.NaN});

    @Test
    void itIsTheMapOfItsNamesInTheirOrder() {
        Map<String, Double> expected = new LinkedHashMap<>();
        expected.put("b.W", -3.0);
        expected.put("a.W", Double.NaN);
        assertThat(numbers).isEqualTo(expected).hasSameHashCodeAs(expected).containsExactlyEntriesOf(expected);
        assertThat(numbers.keySet()).containsExactly("b.W", "a.W");
        assertThat(numbers.get("a.W")).isNaN();
        assertThat(numbers.get("c.W")).isNull();
        assertThat(numbers.containsKey("c.W")).isFalse();
    }

    @Test
    void nobodyChangesIt() {
        assertThatThrownBy(() -> numbers.put("b.W", 1.0)).isInstanceOf(UnsupportedOperationException.class);
    }
}
