package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionNamesTest {
    private final SessionNames names = new SessionNames();

    @Test
    void aFreeNameIsKeptAsItIs() {
        assertThat(names.claim("tanh, Xavier + Größe (1)")).isEqualTo("tanh, Xavier + Größe (1)");
    }

    @Test
    void aTakenNameGetsANumber() {
        assertThat(names.claim("run")).isEqualTo("run");
        assertThat(names.claim("run")).isEqualTo("run (2)");
        assertThat(names.claim("run")).isEqualTo("run (3)");
    }

    @Test
    void aNumberThatIsTakenIsSkipped() {
        names.claim("run (2)");
        names.claim("run");

        assertThat(names.claim("run")).isEqualTo("run (3)");
        assertThat(names.claim("run (2)")).isEqualTo("run (2) (2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "a?b", "a#b", "a%b", "a'b", "a\"b", "<b>", "a&b", "a\nb"})
    void aNameThatTheStockPagesWouldBreakOnIsRefused(String name) {
        assertThatThrownBy(() -> names.claim(name))
                .isInstanceOf(DashboardException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("must not contain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", " run", "run "})
    void aNameThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> names.claim(name))
                .isInstanceOf(DashboardException.class)
                .hasMessageContaining("'" + name + "'");
    }
}
