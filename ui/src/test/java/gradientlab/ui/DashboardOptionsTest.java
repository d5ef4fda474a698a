package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardOptionsTest {
    private final DashboardOptions defaults = DashboardOptions.defaults();

    @Test
    void theDefaultIsThisMachineAndNoParticularPort() {
        assertThat(defaults.host()).isEqualTo("127.0.0.1");
        assertThat(defaults.port()).isEmpty();
    }

    @Test
    void hostAndPortAreSetOneByOne() {
        var options = defaults.withPort(9100).withHost("::1");

        assertThat(options.host()).isEqualTo("::1");
        assertThat(options.port()).hasValue(9100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65535})
    void portsUpToTheHighestAreTaken(int port) {
        assertThat(defaults.withPort(port).port()).hasValue(port);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void aPortThatIsNoneIsRefused(int port) {
        assertThatThrownBy(() -> defaults.withPort(port))
                .isInstanceOf(DashboardException.class)
                .hasMessageContaining("between 0 and 65535")
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void aBlankHostIsRefused() {
        assertThatThrownBy(() -> defaults.withHost(" "))
                .isInstanceOf(DashboardException.class)
                .hasMessageContaining("host is blank");
    }

    @Test
    void aHistoryOfFewerThanThreeReportsIsRefused() {
        assertThatThrownBy(() -> DashboardOptions.defaults().withKept(2))
                .isInstanceOf(DashboardException.class)
                .hasMessageContaining("at least 3")
                .hasMessageContaining("not 2");
    }
}
