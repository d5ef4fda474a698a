package gradientlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents show is what the project has. */
class DocumentsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONSUMER = Path.of("src/it/consumer");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final int README_LINES = 150;

    private static String readme() throws IOException {
        return Files.readString(PROJECT.resolve("README.md"));
    }

    /** The lines between the marks of a source of the project that the build compiles and runs. */
    private static String region(Path file) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf('\n', text.indexOf("#region README")) + 1;
        int to = text.lastIndexOf('\n', text.indexOf("#endregion README")) + 1;
        return text.substring(from, to).replace("@project.version@", VERSION);
    }

    @Test
    void theReadmeShowsTheLinesThatTheConsumerIsBuiltFrom() throws IOException {
        Path source = CONSUMER.resolve("src/test/java/example/LectureNetTest.java");
        assertThat(readme()).contains(region(CONSUMER.resolve("pom.xml"))).contains(region(source));
        List<String> imports =
                readme().lines().filter(line -> line.startsWith("import ")).toList();
        assertThat(imports).isNotEmpty();
        assertThat(Files.readString(source)).contains(imports);
        assertThat(Files.readString(PROJECT.resolve("pom.xml"))).contains("<version>" + VERSION + "</version>");
    }

    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(readme().lines().count()).isLessThanOrEqualTo(README_LINES);
    }

    @Test
    void thePrintedLessonHasASectionForEveryExperiment() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/lesson-all.txt"));
        long sections = lines.stream().filter(line -> line.matches("-{10,}")).count();
        assertThat(sections).isEqualTo(GradientLab.EXPERIMENTS.size());
    }

    @Test
    void noLinkOfADocumentLeadsNowhere() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> !path.toString().contains("target"))
                    .filter(path -> !path.toString().contains("node_modules"))
                    .toList()) {
                Matcher links = LINK.matcher(Files.readString(file));
                while (links.find()) {
                    if (!links.group(1).startsWith("http")) {
                        assertThat(file.resolveSibling(links.group(1)).normalize())
                                .as("link of %s", file)
                                .exists();
                    }
                }
            }
        }
    }
}
