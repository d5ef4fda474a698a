package gradientlab.diagnostics.judge;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One printed sentence: a key of the catalogue {@code findings.properties} and what fills its places.
 *
 * <p>A second language is a second catalogue, {@code findings_de.properties} for German, with the same keys and places.
 *
 * @param key its key; {@value #VERBATIM} for a text that is in no catalogue, which is then the only argument
 * @param arguments names, and numbers as they are printed, in the order {0}, {1} …
 */
public record Message(String key, List<String> arguments) {

    private static final String VERBATIM = "verbatim";
    private static final String CATALOGUE = "gradientlab.diagnostics.judge.findings";

    /** Copies the list; throws {@link NullPointerException} when a part is missing. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    static Message of(String key, String... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** A text that is the same in every language. */
    public static Message verbatim(String text) {
        return of(VERBATIM, text);
    }

    /** The sentence in English. */
    public String text() {
        return text(Locale.ROOT);
    }

    /**
     * The sentence in a language; in English where there is no catalogue for it.
     *
     * <p>Throws {@link java.util.MissingResourceException} for a key that is not in the catalogue.
     */
    public String text(Locale locale) {
        return key.equals(VERBATIM)
                ? arguments.get(0)
                : new MessageFormat(catalogue(locale).getString(key), Locale.ROOT).format(arguments.toArray());
    }

    /** ResourceBundle would take the language of the machine where it has none for the one that is asked for. */
    private static ResourceBundle catalogue(Locale locale) {
        ResourceBundle found = ResourceBundle.getBundle(CATALOGUE, locale);
        boolean asked = found.getLocale().getLanguage().equals(locale.getLanguage());
        return asked ? found : ResourceBundle.getBundle(CATALOGUE, Locale.ROOT);
    }
}
