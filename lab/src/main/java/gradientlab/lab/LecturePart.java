package gradientlab.lab;

import gradientlab.lab.report.Section;
import gradientlab.language.Catalogue;
import gradientlab.language.Language;

/** The parts of the lecture, in its order and with its numbers. */
public enum LecturePart {
    SETUP("part.setup"),
    START("part.start"),
    INSIDE("part.inside"),
    RIGHT("part.right"),
    SUMMARY("part.summary"),
    NORMALISATION("part.normalisation"),
    GLOSSARY("part.glossary");

    static final Catalogue WORDS = Catalogue.of(LecturePart.class, "lecture");

    private final String key;

    LecturePart(String key) {
        this.key = key;
    }

    /** With its heading in a language. */
    public Section.Part in(Language language) {
        return new Section.Part(ordinal(), WORDS.text(language, key));
    }
}
