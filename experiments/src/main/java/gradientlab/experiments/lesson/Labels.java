package gradientlab.experiments.lesson;

import gradientlab.language.Words;
import java.util.List;

/** Names of networks, which results keep in English, in the language of a report. */
final class Labels {

    /** Longer phrases first: each is replaced where it stands. */
    private static final List<String> PHRASES = List.of(
            "label.output-and-hidden-scaled",
            "label.and-hidden",
            "label.output-times",
            "label.scaled-by",
            "label.batch-norm-before",
            "label.batch-norm-after",
            "label.batch-norm");

    private Labels() {}

    static String in(Words words, String label) {
        return words.retold(label, PHRASES);
    }
}
