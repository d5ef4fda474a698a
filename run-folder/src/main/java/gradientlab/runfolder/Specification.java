package gradientlab.runfolder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the results in a folder depend on, and nothing else: a folder is continued under the same one, and under no other.
 *
 * @param parts what each part is called and what it is, such as "engine" and "auto"; copied in their order
 */
public record Specification(@JsonValue Map<String, String> parts) {

    /** Throws {@link NullPointerException} if a part is null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Specification {
        parts.forEach((name, value) -> Objects.requireNonNull(value, name));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The SHA-256 of all parts with their names, in hexadecimal. */
    public String digest() {
        String lines = parts.entrySet().stream()
                .map(part -> lengthAndText(part.getKey()) + lengthAndText(part.getValue()))
                .collect(Collectors.joining());
        return FileSum.of(lines).sha256();
    }

    /** With its length in front, a text cannot be taken for two. */
    private static String lengthAndText(String text) {
        return text.length() + " " + text + "\n";
    }

    /** The first part that differs from that of another, as "engine auto, not dl4j"; empty if none does. */
    public String difference(Specification other) {
        Map<String, String> all = new LinkedHashMap<>(parts);
        other.parts.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(name -> !Objects.equals(parts.get(name), other.parts.get(name)))
                .map(name -> name + " " + said(name) + ", not " + other.said(name))
                .findFirst()
                .orElse("");
    }

    private String said(String name) {
        return parts.getOrDefault(name, "unsaid");
    }
}
