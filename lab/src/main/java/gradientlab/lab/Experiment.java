package gradientlab.lab;

import gradientlab.lab.report.Section;
import gradientlab.language.Language;

/**
 * One part of the lecture.
 *
 * <p>{@link #run} measures; {@link #section} makes of the result, and of nothing else, what is read. So a result that
 * was kept as JSON can be drawn again without training.
 *
 * @param <R> the result: a record that survives JSON
 */
public interface Experiment<R extends Record> {

    /** Its name on the command line and in the run folder: lower case with dashes. */
    String name();

    /** What it shows, in one line without a full stop. */
    String summary(Language language);

    /** Whether it is one of the lecture's own parts; the others are the promises of its summary. */
    default boolean isLesson() {
        return true;
    }

    /** Seconds that it once took on two busy cores: what it takes beside the others; NaN where that is not known. */
    default double seconds(Scale scale) {
        return Double.NaN;
    }

    /** The class of the result. */
    Class<R> resultType();

    /** Measures. */
    R run(Lab lab);

    /** The part of the report, in a language, that says what was asked, what came out, and why. */
    Section section(R result, Language language);

    /** The same in English. */
    default Section section(R result) {
        return section(result, Language.ENGLISH);
    }
}
