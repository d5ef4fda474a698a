package gradientlab.experiments.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradientlab.cli.Cli;
import gradientlab.experiments.GradientLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One report of a very short lecture, as a page: what stands in it, and how it is shown on a phone and on a laptop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LectureReportTest {

    private static final Path NOTEBOOK = Path.of("docs/notebook.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d|summary).*? \\| (.+?) \\| (.*?) ?\\|$");
    private static final Pattern SECTION =
            Pattern.compile("(?s)<section id=\"[a-z-]+\"[^>]*>\n<h3>(.*?)</h3>(.*?)</section>");
    private static final Pattern TITLE = Pattern.compile("font-weight=\"bold\"[^>]*>([^<]*)<");
    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    @TempDir
    private static Path folder;

    private String page;

    @BeforeAll
    void report() throws IOException {
        String out = folder.resolve("lesson").toString();
        String[] line = {"lesson", "--quick", "--epochs", "1", "--batches-per-epoch", "3", "--repeat", "1", "--quiet"};
        List<String> arguments = new ArrayList<>(Arrays.asList(line));
        arguments.addAll(List.of("--language", "en", "--out", out));
        assertThat(Cli.run(GradientLab.EXPERIMENTS, arguments.toArray(String[]::new)))
                .isZero();
        page = Files.readString(folder.resolve("lesson/report.html"));
    }

    private String section(String heading) {
        String english = page.substring(page.indexOf("<main lang=\"en\""), page.indexOf("</main>"));
        Optional<MatchResult> found = SECTION.matcher(english)
                .results()
                .filter(section -> section.group(1).equals(heading))
                .findFirst();
        assertThat(found).as("section \"%s\"", heading).isPresent();
        return found.orElseThrow().group(2);
    }

    /** What a section of the table has, by the word that stands there: a class of the page, or the name of a figure. */
    private String shown(String word) throws IOException {
        return switch (word) {
            case "code", "formula" -> "<div class=\"" + word + "\">";
            case "table" -> "<table";
            default -> {
                Matcher title = TITLE.matcher(Files.readString(folder.resolve("lesson/figures/" + word + ".svg")));
                assertThat(title.find()).as(word).isTrue();
                yield ">" + title.group(1) + "<";
            }
        };
    }

    @Test
    void eachCellOfTheNotebookHasItsPlace() throws IOException {
        List<MatchResult> rows =
                ROW.matcher(Files.readString(NOTEBOOK)).results().toList();
        assertThat(rows).hasSizeGreaterThan(15);
        TreeSet<String> headings = new TreeSet<>();
        for (MatchResult row : rows) {
            headings.add(row.group(2));
            String section = section(row.group(2));
            for (String word :
                    row.group(3).isBlank() ? new String[0] : row.group(3).split(", ")) {
                assertThat(section).as("%s in %s", word, row.group(2)).contains(shown(word));
            }
        }
        assertThat(headings).as("every section of the lecture has its cells").hasSize(Lessons.ALL.size() + 2);
    }

    /** Nothing is cut off, every text has the contrast of WCAG 2.2 AA, no letter of a figure is below nine pixels. */
    @ParameterizedTest
    @CsvSource({"390, 0", "1280, 1"})
    void thePageIsReadInBothLanguagesLightAndDark(int width, int light) throws Exception {
        List<String> measured = measured(width, light);
        assertThat(measured).first().isEqualTo("width " + width);
        assertThat(Double.parseDouble(measured.get(1).split(" ")[1])).isGreaterThanOrEqualTo(9);
        assertThat(Integer.parseInt(measured.get(2).split(" ")[1])).isGreaterThan(500);
        assertThat(measured.subList(3, measured.size())).isEmpty();
    }

    /** A page in a frame of some width: windows are not as narrow as a phone. */
    private static String framed(String page, int width) {
        return "<!DOCTYPE html><meta charset=\"utf-8\"><style>:root { color-scheme: light dark; }</style>"
                + "<iframe style=\"border: 0; height: 900px; width: " + width + "px\" srcdoc=\""
                + page.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe>";
    }

    /** What the script measured.js says in a browser. */
    private List<String> measured(int width, int light) throws Exception {
        Optional<String> browser = BROWSERS.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        assumeTrue(browser.isPresent(), "No Chromium was found: the report is not looked at in a browser.");
        String script = new String(
                LectureReportTest.class.getResourceAsStream("measured.js").readAllBytes(), StandardCharsets.UTF_8);
        Path measuring = folder.resolve("measuring.html");
        Files.writeString(measuring, framed(page.replace("</body>", "<script>" + script + "</script></body>"), width));
        Process process = new ProcessBuilder(Stream.of(
                                browser.get(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--hide-scrollbars",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--window-size=1400,900",
                                "--blink-settings=preferredColorScheme=" + light,
                                "--dump-dom",
                                measuring.toUri().toString())
                        .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        int from = shown.indexOf("<pre id=\"measured\">");
        assertThat(from).as("the script has come to its end").isPositive();
        return shown.substring(shown.indexOf('>', from) + 1, shown.indexOf("</pre>", from))
                .lines()
                .toList();
    }
}
