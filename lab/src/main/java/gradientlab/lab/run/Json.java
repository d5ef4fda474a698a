package gradientlab.lab.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.runfolder.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The JSON of the run folder: records as they are; NaN and the infinities as the strings "NaN", "Infinity". */
public final class Json {

    /** What snapshots held before, read by nobody: older run folders have it. */
    @JsonIgnoreProperties({"maskedGradients", "zeroGradientShare", "undecided"})
    private interface OlderSnapshot {}

    /** Refuses keys that the record does not have, and numbers that the file does not. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addMixIn(ParameterSnapshot.class, OlderSnapshot.class)
            .addMixIn(NetworkSnapshot.class, OlderSnapshot.class)
            .build();

    private static final ObjectMapper MEASUREMENTS = MAPPER.copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // An older file does not have every number.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private static final ObjectMapper BY_HAND =
            MAPPER.copy().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

    private static final int LONGEST = 300;

    private static final Pattern FOR_PROGRAMMERS =
            Pattern.compile(" \\((token|class|but could|disable|set Deser|although)[^)]*\\)|, not marked as ignorable"
                    + "|: enable '?`?JsonReadFeature.*");

    private Json() {}

    /** Writes a record as a JSON file, whole or not at all. */
    public static void write(Path file, Object value) throws IOException {
        AtomicFiles.write(file, toBytes(value));
    }

    /** A record as the contents of a JSON file. */
    public static byte[] toBytes(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }

    /** A record as JSON without line breaks and indents, for other programs than people. */
    public static byte[] toCompactBytes(Object value) throws IOException {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(value);
    }

    /** Reads a record that {@link #toBytes} or {@link #toCompactBytes} has made. */
    public static <T> T fromBytes(byte[] bytes, Class<T> type) throws IOException {
        return MAPPER.readValue(bytes, type);
    }

    /**
     * Reads a record from a JSON file that holds all of its parts.
     *
     * @throws IOException if the file is missing or is not such a record; the message names the file
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return whole(file, type, MAPPER);
    }

    /**
     * Reads the result of an experiment from a JSON file; what it does not have is null, such as a figure that PyTorch has
     * not measured.
     *
     * @throws IOException as {@link #read(Path, Class)}
     */
    public static <T> T readResult(Path file, Class<T> type) throws IOException {
        return read(file, type, MAPPER);
    }

    /**
     * Reads a JSON file that somebody has written by hand; what it does not have is null, and a key that is given twice is
     * refused.
     *
     * @throws IOException as {@link #read(Path, Class)}
     */
    public static <T> T readByHand(Path file, Class<T> type) throws IOException {
        return read(file, type, BY_HAND);
    }

    /**
     * Reads measurements from a JSON file; a quantity that is no longer measured is passed over.
     *
     * @throws IOException as {@link #read(Path, Class)}
     */
    static <T> T readMeasurements(Path file, Class<T> type) throws IOException {
        return whole(file, type, MEASUREMENTS);
    }

    private static <T> T whole(Path file, Class<T> type, ObjectMapper mapper) throws IOException {
        T value = read(file, type, mapper);
        String missing = Missing.in(value);
        if (!missing.isEmpty()) {
            throw new IOException(notA(file, type) + missing + " is missing or null");
        }
        return value;
    }

    private static <T> T read(Path file, Class<T> type, ObjectMapper mapper) throws IOException {
        byte[] bytes = SmallFile.bytes(file);
        try {
            T value = mapper.readValue(bytes, type);
            if (value == null) {
                throw new IOException(notA(file, type) + "it is null");
            }
            return value;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException(notA(file, type) + reason(e), e);
        }
    }

    private static String notA(Path file, Class<?> type) {
        return file + ": not a " + type.getSimpleName() + ": ";
    }

    /** The sentence of the record that refuses its values, where one does, and the place. */
    private static String reason(com.fasterxml.jackson.core.JsonProcessingException e) {
        Throwable cause = e.getCause();
        String rule = cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
        return place(e) + (cause instanceof NullPointerException ? "a part of it is missing or null" : firstLine(rule));
    }

    private static String place(com.fasterxml.jackson.core.JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            StringBuilder path = new StringBuilder();
            mapping.getPath()
                    .forEach(step -> path.append(
                            step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()));
            return path.substring(path.charAt(0) == '.' ? 1 : 0) + ": ";
        }
        var at = e.getLocation();
        // A record that refuses its parts refuses all of them, and the place is only where they end.
        return at == null || e.getCause() instanceof IllegalArgumentException
                ? ""
                : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    /** Without further lines, long values, and what the mapper tells programmers. */
    private static String firstLine(String text) {
        String line = FOR_PROGRAMMERS
                .matcher(text.lines().findFirst().orElse(""))
                .replaceAll("")
                .replace('`', '\'');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
