package gradientlab.ui.explorer;

/**
 * A Java program.
 *
 * @param file the name of its file
 * @param text all of it
 */
public record JavaSource(String file, String text) {}
