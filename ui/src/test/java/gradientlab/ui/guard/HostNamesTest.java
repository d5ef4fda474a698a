package gradientlab.ui.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    private static final int PORT = 9000;

    private final HostNames closed = new HostNames(address(null, 127, 0, 0, 1));
    private final HostNames open = new HostNames(address("lab.example", 0, 0, 0, 0));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9000", "localhost:9000", "LocalHost:9000", "[::1]:9000"})
    void theLoopbackNamesAreAnswered(String host) {
        assertThat(closed.answer(host, PORT)).isTrue();
        assertThat(open.answer(host, PORT)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "attacker.example:9000",
                "localhost.attacker.example:9000",
                "127.0.0.1.attacker.example:9000",
                "localhost:9000.attacker.example",
                "user@localhost:9000",
                "localhost:9000, attacker.example",
                "localhost:99999999",
                "[::1",
                "a b"
            })
    void otherNamesAreNot(String host) {
        assertThat(closed.answer(host, PORT)).isFalse();
        assertThat(open.answer(host, PORT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:9001",
                "127.0.0.1",
                "192.0.2.1:9000",
                "lab.example:9000",
                "localhost.:9000"
            })
    void onALoopbackAddressTheRightPortIsNeededAndNothingElseWillDo(String host) {
        assertThat(closed.answer(host, PORT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab.example:9000", "LAB.example", "192.0.2.1:9000", "192.0.2.1:80", "[2001:db8::1]:9000"})
    void onAnOpenedHostItsNameAndAnyAddressWillDo(String host) {
        assertThat(open.answer(host, PORT)).isTrue();
    }

    @Test
    void port80IsTheOneThatBrowsersLeaveOut() {
        assertThat(closed.answer("localhost", 80)).isTrue();
    }

    @Test
    void anotherLoopbackAddressIsAnsweredToo() {
        var other = new HostNames(address(null, 127, 0, 0, 2));

        assertThat(other.answer("127.0.0.2:9000", PORT)).isTrue();
    }

    private static InetAddress address(String name, int... bytes) {
        try {
            return InetAddress.getByAddress(
                    name, new byte[] {(byte) bytes[0], (byte) bytes[1], (byte) bytes[2], (byte) bytes[3]});
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
