package gradientlab.explorer;

import gradientlab.language.Words;

/** The change that a remedy makes in the words of a language. */
final class ChangeWords {

    private ChangeWords() {}

    static String in(Words words, String change) {
        return words.retold(change, "change.");
    }
}
