package gradientlab.ui.web;

import gradientlab.language.Language;
import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A question of the explorer page: what it asks about, and the settings of a network.
 *
 * @param parameters decoded, by name
 */
record ExplorerQuery(MultiMap parameters) {

    private static final Set<String> NO_SETTINGS =
            Set.of("page", "turn", "try", "layer", "quantity", "level", Query.LANGUAGE);
    private static final int LONGEST = 2000;

    /** Every parameter that is part of the network; each may stand once. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : parameters) {
            String name = parameter.getKey();
            if (!NO_SETTINGS.contains(name) && settings.put(name, value(name, parameter.getValue())) != null) {
                throw Refusal.malformed("The setting " + Refusal.quoted(name) + " is given more than once.");
            }
        }
        return settings;
    }

    private static String value(String name, String value) {
        if (value.length() > LONGEST) {
            throw Refusal.malformed("The setting " + Refusal.quoted(name) + " has " + value.length()
                    + " characters, more than " + LONGEST + ".");
        }
        return value;
    }

    String text(String name) {
        return new Query(parameters).text(name);
    }

    Language language() {
        return new Query(parameters).language();
    }

    int whole(String name) {
        return new Query(parameters).whole(name);
    }

    /** A whole number, 0 where it is left out. */
    int wholeOrZero(String name) {
        return has(name) ? whole(name) : 0;
    }

    boolean has(String name) {
        return parameters.contains(name);
    }

    boolean flag(String name) {
        return "true".equals(parameters.get(name));
    }
}
