package gradientlab.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lines of code, and formulas, that a report shows: files beside a class, in the folder samples. */
public final class Sample {

    private Sample() {}

    /** The text of a file; throws {@link IllegalArgumentException} when there is none. */
    public static String of(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream("samples/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no sample " + name + " beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sample " + name + " from the class path", e);
        }
    }
}
