package gradientlab.lab.figure;

import java.util.List;

/**
 * One figure: a file name, a title, what it shows in words, and the plot.
 *
 * @param name file name without ending: lower case with dashes
 * @param title above the plot
 * @param caption below it in a report, and what a reader who cannot see it is told
 */
public record Figure(String name, String title, String caption, Plot plot) {

    /** The caption, and what the plot cannot show because it is not finite. */
    public String words() {
        List<String> missing = Ending.sentences(plot);
        return missing.isEmpty() ? caption : caption + " Not drawn: " + String.join("; ", missing) + ".";
    }
}
