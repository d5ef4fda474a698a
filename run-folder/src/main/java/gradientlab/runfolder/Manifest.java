package gradientlab.runfolder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contents of manifest.json: what a folder belongs to, and the files that are finished in it.
 *
 * @param specification what the folder belongs to
 * @param digest that of the specification
 * @param files size and SHA-256 of every file that is finished, by its path in the folder with slashes
 * @param checksum the SHA-256 of all of the above: an altered manifest is known by it
 */
public record Manifest(Specification specification, String digest, SortedMap<String, FileSum> files, String checksum) {

    /** Its name in the folder. */
    public static final String FILE = "manifest.json";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Throws {@link IllegalArgumentException} if digest or checksum are not those of the contents. */
    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (!specification.digest().equals(digest)) {
            throw new IllegalArgumentException("its digest is not that of its specification");
        }
        if (!sum(digest, files).equals(checksum)) {
            throw new IllegalArgumentException("its checksum is not that of its files");
        }
    }

    /** A manifest of some files. */
    static Manifest of(Specification specification, Map<String, FileSum> files) {
        String digest = specification.digest();
        return new Manifest(specification, digest, new TreeMap<>(files), sum(digest, files));
    }

    /** Some files, and with them a manifest that lists them: the contents of a folder within a folder. */
    public static Map<String, byte[]> with(Specification specification, Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.put(FILE, of(specification, sums(files)).toBytes());
        return all;
    }

    /** Size and SHA-256 of each file. */
    static Map<String, FileSum> sums(Map<String, byte[]> files) {
        Map<String, FileSum> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, FileSum.of(bytes)));
        return sums;
    }

    private static String sum(String digest, Map<String, FileSum> files) {
        StringBuilder lines = new StringBuilder(digest).append('\n');
        new TreeMap<>(files)
                .forEach((name, sum) -> lines.append(sum.sha256())
                        .append(' ')
                        .append(sum.bytes())
                        .append(' ')
                        .append(name)
                        .append('\n'));
        return FileSum.of(lines.toString()).sha256();
    }

    /**
     * The manifest of a folder; empty where there is none.
     *
     * @throws IOException if it is damaged; the message names it
     */
    public static Optional<Manifest> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    static Manifest read(Path file) throws IOException {
        try {
            Manifest manifest = MAPPER.readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest == null) {
                throw new IOException(file + ": not a manifest: null");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": not a manifest, or altered: " + reason(e), e);
        }
    }

    private static String reason(JsonProcessingException e) {
        return e.getCause() instanceof IllegalArgumentException refusal ? refusal.getMessage() : e.getOriginalMessage();
    }

    /** As the file holds it. */
    byte[] toBytes() throws IOException {
        return MAPPER.writeValueAsBytes(this);
    }

    /**
     * What is wrong with a file that is listed, as a sentence that names it; empty if it is whole.
     *
     * @throws IOException if it is there and cannot be read
     */
    Optional<String> fault(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        FileSum written = files.get(name);
        if (!Files.isRegularFile(file)) {
            return Optional.of(file + ": is listed in " + FILE + ", but there is no such file");
        }
        long bytes = Files.size(file);
        if (bytes != written.bytes()) {
            return Optional.of(file + ": has " + bytes + " bytes, but was written with " + written.bytes());
        }
        return FileSum.of(file).equals(written)
                ? Optional.empty()
                : Optional.of(file + ": is not as it was written: its SHA-256 is another than in " + FILE);
    }
}
