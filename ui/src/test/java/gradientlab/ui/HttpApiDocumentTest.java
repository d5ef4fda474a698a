package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.ui.demo.DemoOnce;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer has exactly the members that http-api.md shows, of the same kinds. */
class HttpApiDocumentTest {
    private static final Pattern ROUTE = Pattern.compile(
            "^## GET /((?:gradients|explore)/api/\\S+)$.*?^```json$(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String ELISION = "…";
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");
    // Stand-ins of the document and what is asked of the demo instead.
    private static final Map<String, String> CHOICE = Map.ofEntries(
            Map.entry("ID", "saturated, dead units"),
            Map.entry("N", "400"),
            Map.entry("NAME", "relu-2"),
            Map.entry("Q", "a"),
            Map.entry("NUMBER", "1"),
            Map.entry("QUANTITY", "z"),
            Map.entry("LEVEL", "0"),
            Map.entry("TRAINING", "t1"),
            Map.entry("STEP", "0"));
    // DL4J's own reports are of a network that was trained.
    private static final Map<String, String> TRAINED = Map.of("ID", "trained", "NAME", "layer0");
    // The networks of the demo have no time.
    private static final Map<String, String> RECURRENT = Map.of("ID", "recurrent", "N", "0");
    private static final String BY_PARAMETER = "$.gradients";
    // Objects whose members are settings: those of the example are some of them.
    private static final Pattern BY_SETTING = Pattern.compile(".*\\.(settings|compared|when)");

    private static Dashboard dashboard;

    @BeforeAll
    static void start() {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        dashboard.explore(new FakeExplorer());
        DemoOnce.into(dashboard.storage());
        new TinyTraining(dashboard.listener("trained", 1)).fit(2);
        new RecurrentTraining(3, 1, 1).fit(1, dashboard.listener("recurrent", 1));
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    /** Route and example. */
    static Stream<List<String>> examples() throws Exception {
        List<List<String>> found = new ArrayList<>();
        Matcher routes = ROUTE.matcher(Files.readString(Path.of("http-api.md")));
        while (routes.find()) {
            found.add(List.of(routes.group(1), routes.group(2)));
        }
        // As many as there are questions; a heading the pattern does not see would otherwise not be looked at.
        assertThat(found).hasSize(17);
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anAnswerHasTheMembersOfItsExample(List<String> routeAndExample) throws Exception {
        JsonNode example = Json.parse(routeAndExample.get(1));
        JsonNode answer = ask(routeAndExample.get(0));

        Set<String> seen = new TreeSet<>();
        assertSame("$", example, answer, example, seen);
        // Otherwise an array that happens to be empty would hide that its elements are something else.
        assertThat(seen).containsAll(paths(example));
    }

    private static JsonNode ask(String route) throws Exception {
        String[] parts = route.replace("SETTINGS", "depth=1").split("[?&=]");
        for (int i = 2; i < parts.length; i += 2) {
            parts[i] = choice(parts[0]).getOrDefault(parts[i], parts[i]);
        }
        return new Json(dashboard.address())
                .ask("/" + parts[0], Stream.of(parts).skip(1).toArray(String[]::new));
    }

    private static Map<String, String> choice(String path) {
        if (path.endsWith("/flow")) {
            return RECURRENT;
        }
        return path.endsWith("/model") ? TRAINED : CHOICE;
    }

    private static void assertSame(
            String path, JsonNode example, JsonNode answer, JsonNode document, Set<String> seen) {
        seen.add(path);
        if (example.isObject() && example.has(ELISION)) {
            // "as z": the statistics of the first layer's z.
            JsonNode layers = document.has("layers") ? document : document.at("/nets/0");
            JsonNode z = layers.at("/layers/0/z");
            assertSame(path, z, answer.has(ELISION) ? z : answer, document, seen);
        } else if (path.equals(BY_PARAMETER)) {
            answer.forEach(value -> assertSame(path + ".W", example.get("W"), value, document, seen));
        } else if (BY_SETTING.matcher(path).matches()) {
            answer.forEach(
                    value -> assertThat(value.isTextual() || value.isArray()).isTrue());
        } else if (example.isObject()) {
            assertThat(names(answer)).as("members of " + path).isEqualTo(names(example));
            names(example)
                    .forEach(
                            name -> assertSame(path + "." + name, example.get(name), answer.get(name), document, seen));
        } else if (example.isArray()) {
            assertThat(answer.isArray()).as(path + " is an array").isTrue();
            for (JsonNode element : answer) {
                assertSame(path + "[]", example.get(0), element, document, seen);
            }
        } else {
            assertThat(kind(answer)).as("kind of " + path + ", " + answer).isEqualTo(kind(example));
        }
    }

    /** All there is in the example, but for what the demo does not have: problems, and times, being stored at once. */
    private static Set<String> paths(JsonNode example) {
        Set<String> seen = new TreeSet<>();
        assertSame("$", example, example, example, seen);
        seen.remove("$.problems[]");
        seen.remove("$.seconds[]");
        seen.removeIf(path -> path.endsWith(".likewise[].likewise[]"));
        return seen;
    }

    private static List<String> names(JsonNode object) {
        var names = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(member -> names.put(member.getKey(), member.getValue()));
        return List.copyOf(names.keySet());
    }

    private static String kind(JsonNode value) {
        return value.isNumber() || NOT_FINITE.contains(value.asText())
                ? "number"
                : value.getNodeType().name();
    }
}
