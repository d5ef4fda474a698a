package gradientlab.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What is made of a file that may be damaged in a way that its form does not show. */
final class Understood {

    private Understood() {}

    /**
     * Makes it.
     *
     * @throws IOException if that fails; the message names the file
     */
    static <T> T of(Path file, Supplier<T> made) throws IOException {
        try {
            return made.get();
        } catch (RuntimeException | StackOverflowError e) {
            throw new IOException(
                    file + ": its contents contradict each other, nothing can be made of them (" + e + ")", e);
        }
    }
}
