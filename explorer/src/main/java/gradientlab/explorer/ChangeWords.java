package gradientlab.explorer;

import gradientlab.language.Words;
import java.util.List;

/** The change that a remedy makes in the words of a language. */
final class ChangeWords {

    /** Each is replaced where it stands. */
    private static final List<String> PHRASES = List.of(
            "change.output-layer",
            "change.hidden-layers",
            "change.without-bias",
            "change.weights",
            "change.bias",
            "change.learning-rate",
            "change.instead-of",
            "change.batch-norm",
            "change.pixels",
            "change.mean",
            "change.batches");

    private ChangeWords() {}

    static String in(Words words, String change) {
        return words.retold(change, PHRASES);
    }
}
