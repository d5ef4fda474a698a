package gradientlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.language.CatalogueCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every catalogue of the project has the same sentences in each language, and the code uses all of them. */
class CataloguesTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");

    /** Keys that are put together: the name of a section, figure or term, and one of these. */
    private static final Pattern PART = Pattern.compile(
            "(.*)(\\.title|\\.summary|\\.asked|\\.caption|\\.formula|\\.y)|(term\\.|meaning\\.|lives\\.)(.*)");

    /** Keys of phrases, and those put together with names of other modules: their own modules test that these are all there. */
    private static final Pattern NAMED = Pattern.compile(
            "(label\\.|change\\.|help\\.|unit\\.|choice\\.|kind\\.|norm\\.|command\\.|measure\\.|density\\.|told\\.|cell\\.|plan\\.|formula\\.|setting\\.).*");

    /** Keys that the library asks for. */
    private static final String OF_PICOCLI = "mixinStandardHelpOptions.";

    static List<Path> catalogues() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().endsWith("_ru.properties"))
                    .filter(file -> file.toString().contains("src/main/resources"))
                    .map(file ->
                            file.resolveSibling(file.getFileName().toString().replace("_ru", "")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void everyLanguageHasTheSameKeysAndPlaces(Path catalogue) {
        CatalogueCheck.sameInEveryLanguage(catalogue);
    }

    /** The judge's own test also knows the names of its rules. */
    static List<Path> everyKeyIsUsed() throws IOException {
        return catalogues().stream()
                .filter(file -> !file.toString().contains("judge"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void everyKeyIsUsed(Path catalogue) {
        TreeSet<String> literals = CatalogueCheck.literals(sources(catalogue), LITERAL);

        assertThat(CatalogueCheck.keys(catalogue))
                .filteredOn(key -> !key.startsWith(OF_PICOCLI))
                .allMatch(key -> literals.contains(key) || literals.containsAll(parts(key)));
    }

    /** Whatever is said by a literal is in the catalogue. */
    @ParameterizedTest
    @MethodSource("everyKeyIsUsed")
    void everyKeyOfTheCodeIsThere(Path catalogue) {
        Pattern said = Pattern.compile(
                "(?:words\\.text|WORDS\\.text|terminal\\.say|terminal\\.words)\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"");
        Path folder = Path.of(
                sources(catalogue).toString(),
                catalogue.getParent().toString().replaceAll(".*src/main/resources/", ""));

        assertThat(catalogues(catalogue.getParent())).containsAll(CatalogueCheck.literals(folder, said));
    }

    /** The keys of all catalogues of a folder: two of them may be used by classes that stand side by side. */
    private static TreeSet<String> catalogues(Path folder) {
        TreeSet<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> !file.toString().endsWith("_ru.properties"))
                    .forEach(file -> keys.addAll(CatalogueCheck.keys(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return keys;
    }

    private static List<String> parts(String key) {
        var named = NAMED.matcher(key);
        if (named.matches()) {
            return List.of(named.group(1));
        }
        var matcher = PART.matcher(key);
        if (!matcher.matches()) {
            return List.of(key);
        }
        return matcher.group(1) != null
                ? List.of(matcher.group(1), matcher.group(2))
                : List.of(matcher.group(3), matcher.group(4));
    }

    private static Path sources(Path catalogue) {
        return Path.of(catalogue.toString().replaceAll("src/main/resources/.*", "src/main/java"));
    }
}
