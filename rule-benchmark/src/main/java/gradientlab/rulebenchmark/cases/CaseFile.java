package gradientlab.rulebenchmark.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.lab.run.SmallFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files of published cases. */
public final class CaseFile {

    private static final String BUNDLED = "published-cases.json";

    private CaseFile() {}

    /**
     * The cases of a file: a JSON list.
     *
     * @throws IOException if it is missing or no such list; the message names the file, the case and the key
     */
    public static List<PublishedCase> read(Path file) throws IOException {
        return of(file.toString(), SmallFile.bytes(file));
    }

    /** The cases that come with the project: those of the collection whose sources and fixes are public. */
    public static List<PublishedCase> bundled() throws IOException {
        try (InputStream in = CaseFile.class.getResourceAsStream(BUNDLED)) {
            return of(BUNDLED, in.readAllBytes());
        }
    }

    private static List<PublishedCase> of(String name, byte[] bytes) throws IOException {
        try {
            JsonNode list = new ObjectMapper().readTree(bytes);
            if (!list.isArray()) {
                throw new IOException(name + ": must be a list of cases");
            }
            List<PublishedCase> cases = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                JsonNode said = list.get(i).path("id");
                String id = said.isTextual() && !said.asText().isBlank() ? said.asText() : "case " + i;
                cases.add(PublishedCase.of(new Spec(id, list.get(i))));
            }
            return cases;
        } catch (JsonProcessingException e) {
            throw new IOException(
                    name + ": not JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (CaseException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }
}
