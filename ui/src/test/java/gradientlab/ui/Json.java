package gradientlab.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** What a page would ask of the dashboard's JSON. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI server;

    /** @param server any address of it */
    Json(URI server) {
        this.server = server;
    }

    /** The answer to a question, which must be one: names and values of its parameters in turn. */
    JsonNode ask(String question, String... parameters) throws Exception {
        HttpResponse<String> response = get(question, parameters);
        Assertions.assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return parse(response.body());
    }

    HttpResponse<String> get(String question, String... parameters) throws Exception {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        String path = question.startsWith("/") ? question : "/gradients/api/" + question;
        return Http.get(server.resolve(path + "?" + String.join("&", pairs)));
    }

    static JsonNode parse(String text) throws Exception {
        return MAPPER.readTree(text);
    }
}
