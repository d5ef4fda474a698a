package gradientlab.ui.web;

import gradientlab.language.Language;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parameters of a request, checked as they are asked for; those nobody asks for are ignored.
 *
 * @param parameters decoded, by name
 */
record Query(MultiMap parameters) {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    static final String LANGUAGE = "language";

    /** The language of what is said; English where none is asked for. */
    Language language() {
        if (!parameters.contains(LANGUAGE)) {
            return Language.ENGLISH;
        }
        try {
            return Language.of(text(LANGUAGE));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("There is no language " + Refusal.quoted(text(LANGUAGE)) + ": use en or ru.");
        }
    }

    /** The name of the session. */
    String session() {
        return text("session");
    }

    /** The name of the layer. */
    String layer() {
        return text("layer");
    }

    /** The number of updates made before. */
    int iteration() {
        return whole("iteration");
    }

    /** A whole number of at least 0. */
    int whole(String name) {
        String value = text(name);
        if (!WHOLE.matcher(value).matches()) {
            throw Refusal.malformed("The parameter " + name + " must be a whole number from 0 to 999999999, not "
                    + Refusal.quoted(value) + ".");
        }
        return Integer.parseInt(value);
    }

    /** The value of a parameter that must be there once. */
    String text(String name) {
        List<String> values = parameters.getAll(name);
        if (values.size() != 1) {
            throw Refusal.malformed(
                    "The parameter " + name + " must be given once, but it was given " + values.size() + " times.");
        }
        if (values.get(0).isEmpty()) {
            throw Refusal.malformed("The parameter " + name + " must have a value, but it was empty.");
        }
        return values.get(0);
    }
}
