package gradientlab.diagnostics.judge;

import gradientlab.language.Language;
import java.util.List;

/** Where a limit comes from, in a language: titles stay as they were published, our own words are replaced where they stand. */
final class SourceText {

    private static final List<String> PHRASES = List.of(
            "source.lecture",
            "source.recall",
            "source.recurrent",
            "source.benchmark",
            "source.reckoning",
            "source.chance-of-unit",
            "source.tenth",
            "source.medians",
            "source.seeing-none",
            "source.one-in-700",
            "source.batches-differ",
            "source.undecided",
            "source.batch-to-batch",
            "source.decay",
            "source.strays",
            "source.factor",
            "source.kept",
            "source.cost",
            "source.usual-norm",
            "source.shuffle",
            "source.section",
            "source.algorithm",
            "source.figure",
            "source.part",
            "source.and");

    private SourceText() {}

    static String in(Language language, String source) {
        return Message.words(language).retold(source, PHRASES);
    }
}
