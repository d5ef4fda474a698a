package gradientlab.lab.figure;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** What figures are drawn on: places in pixels from the upper left. */
interface Paper {

    /** Draws the outline of a shape of straight lines. */
    void stroke(Shape shape, Ink ink, Pen pen);

    /**
     * Fills a shape of straight lines.
     *
     * @param opacity from 0 (not seen) to 1 (covers what is below)
     */
    void fill(Shape shape, Ink ink, double opacity);

    /**
     * Writes a text.
     *
     * @param y of the line on which the letters stand
     */
    void text(String text, double x, double y, Lettering lettering, Ink ink);

    /** Draws what lies inside an area; the rest is cut off. */
    void within(Rectangle2D area, Runnable drawing);
}
