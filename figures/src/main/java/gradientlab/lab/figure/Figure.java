package gradientlab.lab.figure;

import gradientlab.language.Language;
import gradientlab.language.Words;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One figure: a file name, a title, what it shows in words, and the plot.
 *
 * @param name file name without ending: lower case with dashes
 * @param title above the plot
 * @param caption below it in a report, and what a reader who cannot see it is told
 */
public record Figure(String name, String title, String caption, Plot plot) {

    /** The same told in other words. */
    public Figure told(UnaryOperator<String> words) {
        return new Figure(name, words.apply(title), words.apply(caption), plot.told(words));
    }

    /** The caption, and what the plot cannot show because it is not finite, in the language of the caption. */
    public String words(Language language) {
        Words words = Ending.WORDS.in(language);
        List<String> missing = Ending.sentences(plot, words);
        return missing.isEmpty() ? caption : caption + " " + words.text("not-drawn", String.join("; ", missing));
    }
}
