package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    static Stream<Throwable> everyFailureIsToldInOneSentenceWithoutAStackTrace() {
        return Stream.of(
                new IOException("file: damaged"),
                new UncheckedIOException("file: damaged", new IOException("inside")),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("a/B"),
                new IllegalStateException("a worker failed", new OutOfMemoryError("Java heap space")),
                new RuntimeException("Allocation failed: [std::bad_alloc]"),
                new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource
    void everyFailureIsToldInOneSentenceWithoutAStackTrace(Throwable failure) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertThat(Failure.told(failure, new Terminal(stream, stream, false))).isEqualTo(Cli.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("gradient-lab: ")
                .hasLineCount(1);
    }

    @Test
    void aSentenceOfOursIsTheWholeSentence() {
        assertThat(Failure.sentence(new IllegalStateException("x", new IOException("run.json: damaged"))))
                .isEqualTo("run.json: damaged");
    }

    @Test
    void memoryThatIsNotEnoughIsSaid() {
        assertThat(Failure.sentence(new OutOfMemoryError("Java heap space")))
                .isEqualTo(
                        "the memory is not enough for what was asked (Java heap space): ask for less, or give java more"
                                + " with -Xmx");
    }

    @Test
    void aFaultOfOursNamesItsPlaceAndHowToSeeMore() {
        assertThat(Failure.sentence(new IllegalStateException("x")))
                .startsWith("an error that should not happen: java.lang.IllegalStateException: x in"
                        + " gradientlab.cli.FailureTest.")
                .endsWith("; java -Dgradientlab.trace=true prints it whole");
    }
}
