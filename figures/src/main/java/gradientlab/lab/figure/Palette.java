package gradientlab.lab.figure;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The colours of figures on white paper and on a dark page. Series have colours that colour-blind readers can tell apart (Okabe
 * and Ito 2008), darkened or lightened to a contrast of 3 with the paper, as WCAG 2.2 asks of graphics (1.4.11).
 */
final class Palette {

    static final Ink TEXT = ink("text", 0x222222, 0xE6E6E6);
    static final Ink SOFT = ink("soft", 0x555555, 0xB4B4B4);
    static final Ink GRID = ink("grid", 0xE4E4E4, 0x363636);
    static final Ink PAPER = ink("paper", 0xFFFFFF, 0x161616);

    /** Of a map of marked cells: black and white mean something there, on every paper. */
    static final Ink UNMARKED = Ink.fixed(new Color(0x22, 0x22, 0x22));

    static final Ink MARKED = Ink.fixed(Color.WHITE);

    /** Numbers in the cells of a heat map, which are light on every paper. */
    static final Ink IN_CELL = Ink.fixed(new Color(0x11, 0x11, 0x11));

    /** With more curves than these, neighbours in the order matter more than telling each apart. */
    private static final int RAMP_FROM = 12;

    private static final List<Ink> SERIES = List.of(
            ink("s0", 0x0072B2, 0x4FB0F0),
            ink("s1", 0xC65300, 0xFF9140),
            ink("s2", 0x008A64, 0x2CC79A),
            ink("s3", 0xB85C92, 0xE59AC4),
            ink("s4", 0x957000, 0xE6B422),
            ink("s5", 0x2F8FC6, 0x9AD4F5),
            ink("s6", 0x000000, 0xFFFFFF),
            ink("s7", 0x884488, 0xC58AC5));

    private static final Color RAMP_FIRST = new Color(0x1A, 0x7D, 0xBF);
    private static final Color RAMP_LAST = new Color(0xD5, 0x5E, 0x00);

    /** Light to dark in one hue, so that grey print and colour-blind readers see the order; dark text is legible on all. */
    private static final Color[] HEAT = {
        new Color(0xF7, 0xFB, 0xFF),
        new Color(0xC6, 0xDB, 0xEF),
        new Color(0x7F, 0xB2, 0xDC),
        new Color(0x4A, 0x8F, 0xC7)
    };

    private Palette() {}

    private static Ink ink(String name, int light, int dark) {
        return new Ink(name, new Color(light), new Color(dark));
    }

    static List<Ink> series() {
        return SERIES;
    }

    /** The colour of one of some curves; of very many, such as one for each of 200 layers, from blue to orange in order. */
    static Ink of(int index, int all) {
        return all <= RAMP_FROM
                ? SERIES.get(index % SERIES.size())
                : Ink.fixed(between(RAMP_FIRST, RAMP_LAST, (double) index / (all - 1)));
    }

    /** The colour of a cell of a heat map, from 0 (light) to 1 (dark). */
    static Ink heat(double share) {
        double place = Math.max(0, Math.min(1, share)) * (HEAT.length - 1);
        int below = Math.min(HEAT.length - 2, (int) place);
        return Ink.fixed(between(HEAT[below], HEAT[below + 1], place - below));
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

    /** The custom properties of a page that has figures, for light paper or for a dark page. */
    static String css(Function<Ink, Color> side) {
        return Stream.concat(Stream.of(TEXT, SOFT, GRID, PAPER), SERIES.stream())
                .map(ink -> "--f-" + ink.name() + ": " + Ink.hex(side.apply(ink)) + ";")
                .collect(Collectors.joining(" "));
    }
}
