package gradientlab.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a text stands on paper.
 *
 * @param bold whether its letters are
 * @param anchor what of the text lies at its place
 * @param upright whether it is read from below to above
 */
record Lettering(boolean bold, Anchor anchor, boolean upright) {

    /** What of a text lies at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** The size of all letters: 9 pixels on a phone of 390, where the drawing's {@link Plotter#WIDTH} takes 364. */
    static final int SIZE = 14;

    /** From one line of text to the next. */
    static final int LINE = 19;

    static final Lettering LEFT = new Lettering(false, Anchor.START, false);
    static final Lettering CENTRED = new Lettering(false, Anchor.MIDDLE, false);
    static final Lettering RIGHT = new Lettering(false, Anchor.END, false);
    static final Lettering TITLE = new Lettering(true, Anchor.START, false);
    static final Lettering UPWARDS = new Lettering(false, Anchor.END, true);

    /** By how much bold letters are wider. */
    static final double BOLD = 1.12;

    private static final Pattern WORD_ENDS = Pattern.compile("(?<= )|(?<=\\p{L}-)(?=\\p{L})");

    private static final String NARROW = "iljtfrI.,:;|!'()[]·` ";
    private static final String BROAD = "mwMWшщжюмШЩЖЮМ@%=+−±×→∞—";

    /**
     * About how wide a text is, in pixels: the same on every machine, whatever fonts it has, and rather too much than too
     * little.
     */
    static double width(String text) {
        double letters = text.codePoints().mapToDouble(Lettering::letter).sum();
        return SIZE * letters;
    }

    private static double letter(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.42;
        }
        if (BROAD.indexOf(letter) >= 0) {
            return 0.92;
        }
        return Character.isUpperCase(letter) ? 0.72 : Character.isDigit(letter) ? 0.65 : 0.6;
    }

    /** The words of a text in lines of some width, broken at spaces and after hyphens; a word that is longer stands alone. */
    static List<String> lines(String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : WORD_ENDS.split(text)) {
            if (!line.isEmpty() && width((line + word).strip()) > width) {
                lines.add(line.strip());
                line = "";
            }
            line += word;
        }
        lines.add(line.strip());
        return lines;
    }
}
