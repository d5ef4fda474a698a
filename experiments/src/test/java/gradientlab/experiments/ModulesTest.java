package gradientlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The size of the modules, and their picture in {@code docs/architecture.md}. */
class ModulesTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path PICTURE = PROJECT.resolve("docs/modules.svg");
    private static final int MOST_LINES = 5_000;
    private static final List<String> CODE = List.of(".java", ".js", ".css", ".html", ".py");

    /** {@code mvn -pl experiments -am test -Dtest=ModulesTest -Dupdate.docs=true …} draws it anew. */
    @Test
    void thePictureShowsTheModulesAsTheyAre() throws IOException {
        String drawn = ModulePicture.of(ModuleGraph.of(PROJECT));
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PICTURE, drawn);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(drawn);
    }

    @Test
    void noModuleIsTooLargeToKnow() throws IOException {
        for (String module : ModuleGraph.of(PROJECT).packages().keySet()) {
            assertThat(lines(PROJECT.resolve(module).resolve("src/main")))
                    .as("lines of code of %s", module)
                    .isLessThanOrEqualTo(MOST_LINES);
        }
    }

    private static int lines(Path sources) throws IOException {
        int lines = 0;
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> CODE.stream().anyMatch(path.toString()::endsWith))
                    .toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }
}
