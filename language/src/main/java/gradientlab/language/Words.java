package gradientlab.language;

import java.util.List;
import java.util.Optional;

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
     * An English text with phrases replaced where they stand, longer ones first; what is no phrase stays as it is.
     *
     * @param english a text that data keep in English, such as the name of a network
     * @param prefix what the keys of the phrases begin with
     */
    public String retold(String english, String prefix) {
        String told = english;
        for (String key : catalogue.keys(prefix)) {
            told = told.replace(catalogue.text(Language.ENGLISH, key), text(key));
        }
        return told;
    }

    /**
     * A whole English sentence as the catalogue tells it; one that is not in the catalogue stays as it is.
     *
     * <p>What stands in the places of the sentence is retold in the same way, so that a sentence may hold others.
     *
     * @param english as other parts of a program say it
     * @param prefix what the keys of such sentences begin with
     */
    public String retoldSentence(String english, String prefix) {
        if (language == Language.ENGLISH) {
            return english;
        }
        for (String key : catalogue.keys(prefix)) {
            Optional<List<String>> said = catalogue.arguments(key, english);
            if (said.isPresent()) {
                return text(
                        key,
                        said.get().stream()
                                .map(each -> retoldSentence(each, prefix))
                                .toArray());
            }
        }
        return english;
    }
}
