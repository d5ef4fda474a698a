package gradientlab.ui.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gradientlab.ui.explorer.Explorer;
import gradientlab.ui.explorer.Order;
import gradientlab.ui.explorer.TrainingState;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the explorer page has a training do: the only thing that is sent to the dashboard. */
final class TrainingOrders {

    private static final String START = "start";

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Body.class);

    /**
     * The body of a request.
     *
     * @param what named {@code do} in JSON
     */
    private record Body(
            @JsonProperty("do") String what, String training, double number, int net, List<Map<String, String>> nets) {}

    private TrainingOrders() {}

    static TrainingState answer(Explorer explorer, byte[] json) {
        Body body = read(json);
        if (START.equals(body.what)) {
            return explorer.start(body.nets == null ? List.of() : body.nets);
        }
        if (body.training == null) {
            throw Refusal.malformed("The order needs the name of a training in \"training\".");
        }
        return explorer.tell(body.training, new Order(kind(body.what), body.number, body.net));
    }

    private static Order.Kind kind(String what) {
        return Arrays.stream(Order.Kind.values())
                .filter(kind -> name(kind).equals(what))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("\"do\" must be " + START + ", " + names() + ", not "
                        + Refusal.quoted(String.valueOf(what)) + "."));
    }

    private static String names() {
        return Arrays.stream(Order.Kind.values()).map(TrainingOrders::name).collect(Collectors.joining(", "));
    }

    private static String name(Order.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Body read(byte[] json) {
        try {
            Body body = READER.readValue(json);
            if (body == null) {
                throw Refusal.malformed("The order must be a JSON object, not null.");
            }
            return body;
        } catch (JsonProcessingException e) {
            String first = e.getOriginalMessage().lines().findFirst().orElse("");
            throw Refusal.malformed("The order must be a JSON object that http-api.md describes: " + first + ".");
        } catch (IOException e) {
            throw Refusal.unreadable("The order cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
