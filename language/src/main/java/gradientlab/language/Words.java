package gradientlab.language;

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
}
