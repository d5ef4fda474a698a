package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of other modules that the command line tells in Russian. */
class ToldSentencesTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*\\}");

    /** Sentences of the library that reads the command line, and those put together piece by piece, which have tests elsewhere. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("told\\.picocli\\..*|told\\..*\\.settings|told\\.rule\\..*|told\\.md\\.labels");

    private final Terminal russian = new Terminal(System.out, System.err, false).in(Language.RUSSIAN);

    /** A sentence that was changed where it is said, and not in the catalogue, would stay English. */
    @ParameterizedTest
    @CsvSource({
        "gradientlab.cli.Terminal, told, told.",
        "gradientlab.cli.Terminal, told, cell.",
        "gradientlab.lab.Told, told, told.",
        "gradientlab.lab.Told, told, plan.",
        "gradientlab.reproductions.Reproductions, reproductions, told."
    })
    void everySentenceOfTheCatalogueIsSaidSomewhere(Class<?> beside, String name, String prefix) throws IOException {
        String sources = sources();
        var bundle = Catalogue.of(beside, name).bundle(Language.ENGLISH);

        List<String> stale = bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix) && !ELSEWHERE.matcher(key).matches())
                .filter(key -> !Stream.of(PLACE.split(bundle.getString(key))).allMatch(sources::contains))
                .sorted()
                .toList();

        assertThat(stale).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lr must be above 0, not -1.0 | --lr: должно быть больше 0, а указано -1.0",
                "--config a.json: there is no such file | --config a.json: такого файла нет",
                "CPU (nd4j-native 1.0, products by oneDNN 2.5.2 for AVX2) | CPU (nd4j-native 1.0, умножение матриц – oneDNN 2.5.2 для AVX2)",
                "17 networks | сетей: 17",
                "nothing that is known | nothing that is known"
            })
    void aSentenceIsToldWithWhatStandsInIt(String english, String told) {
        assertThat(russian.retold(english)).isEqualTo(told);
        assertThat(russian.in(Language.ENGLISH).retold(english)).isEqualTo(english);
    }

    @Test
    void tablesOfMarkdownAreToldCellByCell() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Terminal(out, out, false)
                .in(Language.RUSSIAN)
                .printTables("## Remedies, tuning half\n\n| rules | recall |\n|---|---|\n| gradient-lab | 0.931 |");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "## Средства, настроечная половина",
                        "",
                        "| правила | полнота (recall) |",
                        "|---|---|",
                        "| gradient-lab | 0,931 |");
    }

    /** Every module's, with literals that are put together joined. */
    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT, 12)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .map(ToldSentencesTest::read)
                    .map(source -> JOINT.matcher(source).replaceAll(""))
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
