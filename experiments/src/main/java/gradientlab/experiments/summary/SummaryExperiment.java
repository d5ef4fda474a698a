package gradientlab.experiments.summary;

import gradientlab.lab.Experiment;
import gradientlab.lab.LecturePart;
import gradientlab.lab.Scale;
import gradientlab.lab.report.Section;
import gradientlab.language.Language;
import gradientlab.language.Words;

/** An experiment on a promise of the lecture's summary; it is run in cells that are kept one by one. */
interface SummaryExperiment<R extends Record> extends Experiment<R> {

    @Override
    default boolean isLesson() {
        return false;
    }

    /** The part of the lecture to which it belongs. */
    default LecturePart part() {
        return LecturePart.SUMMARY;
    }

    /** What was asked, what came out, and why, in the language of the words. */
    Section told(R result, Words words);

    @Override
    default String summary(Language language) {
        return Summary.WORDS.text(language, name() + ".summary");
    }

    @Override
    default double seconds(Scale scale) {
        return Summary.TOOK.get(name()).at(scale);
    }

    @Override
    default Section section(R result, Language language) {
        return told(result, Summary.WORDS.in(language)).in(part().in(language));
    }
}
