package gradientlab.ui.guard;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a request's path apart, and refuses what could be read in two ways. */
final class PathParts {
    private static final int LONGEST = 2000;
    private static final Pattern ALLOWED = Pattern.compile("/[!-\\[\\]_a-z~]*");
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\\\p{Cntrl}]");

    private PathParts() {}

    /**
     * The decoded parts of a path, none for {@code /}; nothing if it is no plain path: with an empty part, {@code .} or
     * {@code ..}, an encoding that is broken or stands for a slash, a backslash or a control character, characters that
     * must be encoded, or more than 2000 of them.
     */
    static Optional<List<String>> of(String path) {
        if (path == null || path.length() > LONGEST || !ALLOWED.matcher(path).matches()) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        for (String part : path.equals("/") ? new String[0] : path.substring(1).split("/", -1)) {
            Optional<String> decoded = decode(part).filter(PathParts::isPlain);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            parts.add(decoded.get());
        }
        return Optional.of(List.copyOf(parts));
    }

    private static boolean isPlain(String part) {
        return !part.isEmpty()
                && !part.equals(".")
                && !part.equals("..")
                && !UNSAFE.matcher(part).find();
    }

    private static Optional<String> decode(String part) {
        ByteBuffer bytes = ByteBuffer.allocate(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
            } else if (isEncoded(part, i)) {
                bytes.put((byte) HexFormat.fromHexDigits(part, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isEncoded(String part, int percent) {
        return percent + 2 < part.length()
                && HexFormat.isHexDigit(part.charAt(percent + 1))
                && HexFormat.isHexDigit(part.charAt(percent + 2));
    }
}
