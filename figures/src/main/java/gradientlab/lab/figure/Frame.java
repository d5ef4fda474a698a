package gradientlab.lab.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The rectangle of a plot between its axes.
 *
 * @param area what is between the axes, in pixels of the drawing
 */
record Frame(Rectangle2D area, Span x, Span y) {

    static final int HEIGHT = 270;

    /** Pixels that a division of an axis takes. */
    private static final int PER_Y_TICK = 45;

    private static final int PER_LETTER = 10;
    private static final int BESIDE = 8;
    private static final int DROP = 5;

    double px(double value) {
        return area.getX() + x.share(value) * area.getWidth();
    }

    double py(double value) {
        return area.getMaxY() - y.share(value) * area.getHeight();
    }

    /** How wide the labels of a vertical axis are, with their distance. */
    static double labels(Span y) {
        return BESIDE
                + yTicks(y).stream()
                        .mapToDouble(tick -> Lettering.width(tick.label()))
                        .max()
                        .orElse(0);
    }

    private static List<Tick> yTicks(Span y) {
        return y.ticks(HEIGHT / PER_Y_TICK);
    }

    /** Draws the horizontal lines and the labels of the vertical axis. */
    void drawVertical(Paper paper) {
        for (Tick tick : yTicks(y)) {
            double at = area.getMaxY() - y.ofPlace(tick.at()) * area.getHeight();
            paper.stroke(new Line2D.Double(area.getX(), at, area.getMaxX(), at), Palette.GRID, Pen.HAIR);
            paper.text(tick.label(), area.getX() - BESIDE, at + DROP, Lettering.RIGHT, Palette.TEXT);
        }
    }

    /** Draws the vertical lines and the labels of the horizontal axis; returns what lies below. */
    double drawHorizontal(Paper paper) {
        List<Tick> ticks = xTicks();
        for (Tick tick : ticks) {
            double at = area.getX() + x.ofPlace(tick.at()) * area.getWidth();
            paper.stroke(new Line2D.Double(at, area.getY(), at, area.getMaxY()), Palette.GRID, Pen.HAIR);
            paper.text(tick.label(), at, area.getMaxY() + Lettering.LINE, Lettering.CENTRED, Palette.TEXT);
        }
        return area.getMaxY() + Lettering.LINE + DROP;
    }

    /** As many as have room for their labels. */
    private List<Tick> xTicks() {
        int most = 8;
        List<Tick> ticks = x.ticks(most);
        while (most > 2 && tooWide(ticks)) {
            ticks = x.ticks(--most);
        }
        return ticks;
    }

    private boolean tooWide(List<Tick> ticks) {
        for (int i = 1; i < ticks.size(); i++) {
            double room =
                    (x.ofPlace(ticks.get(i).at()) - x.ofPlace(ticks.get(i - 1).at())) * area.getWidth();
            double wide = (Lettering.width(ticks.get(i).label())
                            + Lettering.width(ticks.get(i - 1).label()))
                    / 2;
            if (room < wide + PER_LETTER) {
                return true;
            }
        }
        return false;
    }
}
