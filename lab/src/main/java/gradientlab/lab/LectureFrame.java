package gradientlab.lab;

import gradientlab.lab.report.Block;
import gradientlab.lab.report.Section;
import gradientlab.language.Language;
import gradientlab.language.Words;
import java.util.List;
import java.util.stream.Stream;

/** What a report of the lecture has besides its experiments: how all is set up, what is promised, and the terms. */
final class LectureFrame {

    private static final List<String> TERMS = List.of(
            "activation-function",
            "pre-activation",
            "activation",
            "logit",
            "loss",
            "delta",
            "bias",
            "fan",
            "gain",
            "saturation",
            "dead-unit",
            "vanishing",
            "exploding",
            "update-ratio",
            "batch",
            "batch-norm",
            "running-statistics",
            "residual",
            "seed",
            "std");

    private LectureFrame() {}

    /** These sections in a language. */
    static List<Section> of(Language language) {
        Words words = LecturePart.WORDS.in(language);
        return List.of(setup(words), promises(words), glossary(words));
    }

    private static Section setup(Words words) {
        return Section.of("set-up", words.text("set-up.title"), words.text("set-up.asked"))
                .part(LecturePart.SETUP.in(words.language()))
                .text(words.text("set-up.net"))
                .code(Sample.of(LectureFrame.class, "set-up.java"), Sample.of(LectureFrame.class, "set-up.py"))
                .text(words.text("set-up.training"))
                .tryIt("java -jar gradient-lab.jar lesson", "")
                .build();
    }

    private static Section promises(Words words) {
        return Section.of("promises", words.text("promises.title"), words.text("promises.asked"))
                .part(LecturePart.SUMMARY.in(words.language()))
                .text(words.text("promises.steps"))
                .text(words.text("promises.depth"))
                .text(words.text("promises.helpers"))
                .tryIt("java -jar gradient-lab.jar lesson --all", "")
                .build();
    }

    private static Section glossary(Words words) {
        Words other = LecturePart.WORDS.in(Stream.of(Language.values())
                .filter(language -> language != words.language())
                .findFirst()
                .orElseThrow());
        return Section.of("glossary", words.text("glossary.title"), "")
                .part(LecturePart.GLOSSARY.in(words.language()))
                .glossary(TERMS.stream()
                        .map(term -> new Block.Term(
                                words.text("term." + term), other.text("term." + term), words.text("meaning." + term)))
                        .toList())
                .build();
    }
}
