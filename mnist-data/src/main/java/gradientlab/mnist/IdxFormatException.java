package gradientlab.mnist;

import java.io.IOException;
import java.util.Locale;

/**
 * A data file or folder that cannot be used: damaged, short, swapped, ambiguous or missing.
 *
 * <p>The message is one sentence: {@code <path>: expected <what the rule asks for>, found <what is there>.}
 */
public final class IdxFormatException extends IOException {
    IdxFormatException(String path, String expected, String found) {
        this(path, expected, found, null);
    }

    IdxFormatException(String path, String expected, String found, Throwable cause) {
        super(String.format(Locale.ROOT, "%s: expected %s, found %s.", path, expected, found), cause);
    }
}
