package gradientlab.experiments.lesson;

import gradientlab.language.Words;

/** Names of networks, which results keep in English, in the language of a report. */
final class Labels {

    private Labels() {}

    static String in(Words words, String label) {
        return words.retold(label, "label.");
    }
}
