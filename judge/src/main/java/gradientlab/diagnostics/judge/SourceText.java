package gradientlab.diagnostics.judge;

import gradientlab.language.Language;

/** Where a limit comes from, in a language: titles stay as they were published, our own words are replaced where they stand. */
final class SourceText {

    private SourceText() {}

    static String in(Language language, String source) {
        return Message.words(language).retold(source, "source.");
    }
}
