package gradientlab.lab.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.runfolder.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The JSON of the run folder: records as they are; NaN and the infinities as the strings "NaN", "Infinity". */
public final class Json {

    /** What snapshots held before, read by nobody: older run folders have it. */
    @JsonIgnoreProperties({"maskedGradients", "zeroGradientShare", "undecided"})
    private interface OlderSnapshot {}

    /** Refuses keys that the record does not have. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addMixIn(ParameterSnapshot.class, OlderSnapshot.class)
            .addMixIn(NetworkSnapshot.class, OlderSnapshot.class)
            .build();

    private static final ObjectMapper MEASUREMENTS =
            MAPPER.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

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
     * Reads a record from a JSON file.
     *
     * @throws IOException if the file is missing or is not such a record; the message names the file
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return read(file, type, MAPPER);
    }

    /**
     * Reads measurements from a JSON file; a quantity that is no longer measured is passed over.
     *
     * @throws IOException as {@link #read(Path, Class)}
     */
    static <T> T readMeasurements(Path file, Class<T> type) throws IOException {
        return read(file, type, MEASUREMENTS);
    }

    private static <T> T read(Path file, Class<T> type, ObjectMapper mapper) throws IOException {
        try {
            return mapper.readValue(Files.readAllBytes(file), type);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file", e);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException(file + ": not a " + type.getSimpleName() + ": " + reason(e), e);
        }
    }

    /** The sentence of the record that refuses its values, where one does. */
    private static String reason(com.fasterxml.jackson.core.JsonProcessingException e) {
        return e.getCause() instanceof IllegalArgumentException refusal ? refusal.getMessage() : e.getOriginalMessage();
    }
}
