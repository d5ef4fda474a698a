package gradientlab.lab.figure;

/**
 * One figure: a file name, a title, what it shows in words, and the plot.
 *
 * @param name file name without ending: lower case with dashes
 * @param title above the plot
 * @param caption below it in a report, and what a reader who cannot see it is told
 */
public record Figure(String name, String title, String caption, Plot plot) {}
