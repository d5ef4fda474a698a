package gradientlab.ui.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;

/** Records as JSON: numbers that are not finite as the strings NaN, Infinity and -Infinity, bytes as base64. */
final class PageJson {

    static final String TYPE = "application/json; charset=utf-8";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    private PageJson() {}

    static Buffer of(Object answer) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + answer.getClass().getSimpleName() + " has no JSON form.", e);
        }
    }
}
