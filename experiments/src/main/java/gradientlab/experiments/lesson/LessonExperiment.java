package gradientlab.experiments.lesson;

import gradientlab.lab.Experiment;
import gradientlab.lab.Scale;
import gradientlab.lab.report.Section;
import gradientlab.language.Language;
import gradientlab.language.Words;

/** One of the lecture's own parts. */
interface LessonExperiment<R extends Record> extends Experiment<R> {

    /** What was asked, what came out, and why, in the language of the words. */
    Section told(R result, Words words);

    @Override
    default String summary(Language language) {
        return Lessons.WORDS.text(language, name() + ".summary");
    }

    @Override
    default double seconds(Scale scale) {
        return Lessons.TOOK.get(name()).at(scale);
    }

    @Override
    default Section section(R result, Language language) {
        Words words = Lessons.WORDS.in(language);
        return Taught.of(told(result, words), words);
    }
}
