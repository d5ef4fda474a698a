package gradientlab.lab.figure;

import java.util.List;

/** What stands above a plot, and how a text is set in lines. Every method returns where the next thing begins. */
final class Sheet {

    private static final int GAP = 6;

    private Sheet() {}

    /** The title, what the plot cannot show, and the name of the vertical axis. */
    static double head(Paper paper, String title, List<String> notes, String vertical) {
        double y = lines(paper, title, 0, 0, Plotter.WIDTH / Lettering.BOLD, Lettering.TITLE, Palette.TEXT) + GAP;
        for (String note : notes) {
            y = lines(paper, note, 0, y, Plotter.WIDTH, Lettering.LEFT, Palette.SOFT);
        }
        y = vertical.isEmpty() ? y : lines(paper, vertical, 0, y, Plotter.WIDTH, Lettering.LEFT, Palette.SOFT);
        return y + GAP + GAP;
    }

    /** A text in lines of some width, from a height on. */
    static double lines(Paper paper, String text, double x, double top, double width, Lettering lettering, Ink ink) {
        double y = top;
        for (String line : text.isEmpty() ? List.<String>of() : Lettering.lines(text, width)) {
            y += Lettering.LINE;
            paper.text(line, x, y - GAP + 1, lettering, ink);
        }
        return y;
    }

    /** The name of the horizontal axis in the middle below it. */
    static double below(Paper paper, String name, double centre, double top) {
        double room = 2 * Math.min(centre, Plotter.WIDTH - centre);
        return lines(paper, name, centre, top, room, Lettering.CENTRED, Palette.SOFT) + GAP;
    }
}
