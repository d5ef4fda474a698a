package gradientlab.language;

import java.util.List;

/**
 * A catalogue in one language.
 *
 * @param catalogue where the sentences are
 * @param language which of them are meant
 */
public record Words(Catalogue catalogue, Language language) {

    /** The sentence of a key with its places filled. */
    public String text(String key, Object... arguments) {
        return catalogue.text(language, key, arguments);
    }

    /**
     * An English text with the phrases of these keys replaced where they stand; what no key says stays as it is.
     *
     * @param english a text that data keep in English, such as the name of a network
     * @param keys of the phrases in the order in which they are replaced: a longer one before its own parts
     */
    public String retold(String english, List<String> keys) {
        String told = english;
        for (String key : keys) {
            told = told.replace(catalogue.text(Language.ENGLISH, key), text(key));
        }
        return told;
    }
}
