package gradientlab.lab.figure;

import java.awt.Color;

/** Colours that colour-blind readers can tell apart (Okabe and Ito 2008), the yellow darkened for white paper. */
final class Palette {

    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color GREY = new Color(0x77, 0x77, 0x77);
    static final Color GRID = new Color(0xE4, 0xE4, 0xE4);

    /** Paper of notes. */
    static final Color NOTE = new Color(0xFF, 0xF6, 0xDD);

    /** With more curves than these, neighbours in the order matter more than telling each apart. */
    private static final int RAMP_FROM = 12;

    private static final Color[] COLOURS = {
        new Color(0x00, 0x72, 0xB2),
        new Color(0xD5, 0x5E, 0x00),
        new Color(0x00, 0x9E, 0x73),
        new Color(0xCC, 0x79, 0xA7),
        new Color(0xB8, 0x8A, 0x00),
        new Color(0x56, 0xB4, 0xE9),
        new Color(0x00, 0x00, 0x00),
        new Color(0x88, 0x44, 0x88),
    };

    private Palette() {}

    static Color of(int index) {
        return COLOURS[index % COLOURS.length];
    }

    /** The colour of one of some curves; of very many, such as one for each of 200 layers, from blue to orange in order. */
    static Color of(int index, int all) {
        return all <= RAMP_FROM ? of(index) : between(COLOURS[0], COLOURS[1], (double) index / (all - 1));
    }

    private static Color between(Color first, Color last, double share) {
        return new Color(
                mix(first.getRed(), last.getRed(), share),
                mix(first.getGreen(), last.getGreen(), share),
                mix(first.getBlue(), last.getBlue(), share));
    }

    private static int mix(int first, int last, double share) {
        return (int) Math.round(first + (last - first) * share);
    }

    static Color[] all() {
        return COLOURS.clone();
    }

    static Color translucent(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70);
    }
}
