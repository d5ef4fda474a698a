package gradientlab.diagnostics.judge;

import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.language.Words;
import java.util.List;

/**
 * One printed sentence: a key of the catalogue {@code findings.properties} and what fills its places.
 *
 * @param key its key; {@value #VERBATIM} for a text that is in no catalogue, which is then the only argument
 * @param arguments names, and numbers as they are printed, in the order {0}, {1} …
 */
public record Message(String key, List<String> arguments) {

    private static final String VERBATIM = "verbatim";
    private static final Catalogue CATALOGUE = Catalogue.of(Message.class, "findings");

    /** Copies the list; throws {@link NullPointerException} when a part is missing. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    static Message of(String key, String... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The catalogue of all sentences in a language. */
    static Words words(Language language) {
        return CATALOGUE.in(language);
    }

    /** A text that is the same in every language. */
    public static Message verbatim(String text) {
        return of(VERBATIM, text);
    }

    /** The sentence in English. */
    public String text() {
        return text(Language.ENGLISH);
    }

    /**
     * The sentence in a language.
     *
     * <p>Throws {@link java.util.MissingResourceException} for a key that is not in the catalogue.
     */
    public String text(Language language) {
        return key.equals(VERBATIM) ? arguments.get(0) : CATALOGUE.text(language, key, arguments.toArray());
    }
}
