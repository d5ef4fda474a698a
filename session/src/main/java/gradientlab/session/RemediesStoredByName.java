package gradientlab.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import gradientlab.diagnostics.change.Remedy;
import java.io.IOException;

/** Reads remedies of sessions that were recorded when a remedy was nothing but a name. */
final class RemediesStoredByName extends DeserializationProblemHandler {

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context, Class<?> type, ValueInstantiator maker, JsonParser parser, String message)
            throws IOException {
        return type == Remedy.class && parser.hasToken(JsonToken.VALUE_STRING)
                ? Remedy.valueOf(parser.getText())
                : NOT_HANDLED;
    }
}
