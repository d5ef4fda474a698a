package gradientlab.ui.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPartsTest {

    @Test
    void aPathIsTakenApartAndDecoded() {
        assertThat(PathParts.of("/train/sessions/set/tanh,%20Gr%C3%B6%C3%9Fe%20(1)")
                        .orElseThrow())
                .containsExactly("train", "sessions", "set", "tanh, Größe (1)");
        assertThat(PathParts.of("/").orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "train",
                "*",
                "http://127.0.0.1/train",
                "//train",
                "/train/",
                "/train//overview",
                "/train/./overview",
                "/train/../train/overview",
                "/train/%2e%2e/x",
                "/train/.%2E/x",
                "/assets/..%2f..%2fx",
                "/assets/..%5cx",
                "/assets/..\\x",
                "/assets/x%00.js",
                "/assets/x%0a",
                "/assets/%",
                "/assets/%4",
                "/assets/%zz",
                "/assets/%+1",
                "/assets/%c0%ae",
                "/assets/%ff",
                "/assets/ö",
                "/assets/a b"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String path) {
        assertThat(PathParts.of(path)).isEmpty();
    }

    @Test
    void aDoubleEncodingIsDecodedOnce() {
        assertThat(PathParts.of("/assets/%252e%252e").orElseThrow()).containsExactly("assets", "%2e%2e");
    }

    @Test
    void theLongestPathHas2000Characters() {
        assertThat(PathParts.of("/" + "a".repeat(1999))).isPresent();
        assertThat(PathParts.of("/" + "a".repeat(2000))).isEmpty();
    }
}
