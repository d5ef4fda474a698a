package gradientlab.lab.figure;

import java.awt.Color;

/**
 * A colour of figures.
 *
 * @param name of the custom property that holds it in a page; empty for a colour that is the same on every paper
 * @param light on white paper
 * @param dark on a dark page
 */
record Ink(String name, Color light, Color dark) {

    static Ink fixed(Color colour) {
        return new Ink("", colour, colour);
    }

    static String hex(Color colour) {
        return String.format(java.util.Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }
}
