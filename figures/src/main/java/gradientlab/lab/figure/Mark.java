package gradientlab.lab.figure;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** The mark of a series: it tells series apart where colours cannot. Corners are in pixels around the marked place. */
enum Mark {
    CIRCLE(
            4, 0, 3.7, 1.53, 2.83, 2.83, 1.53, 3.7, 0, 4, -1.53, 3.7, -2.83, 2.83, -3.7, 1.53, -4, 0, -3.7, -1.53,
            -2.83, -2.83, -1.53, -3.7, 0, -4, 1.53, -3.7, 2.83, -2.83, 3.7, -1.53),
    SQUARE(-3.6, -3.6, 3.6, -3.6, 3.6, 3.6, -3.6, 3.6),
    TRIANGLE(0, -5, 4.6, 3.6, -4.6, 3.6),
    DIAMOND(0, -5.4, 4.4, 0, 0, 5.4, -4.4, 0),
    DOWN(0, 5, 4.6, -3.6, -4.6, -3.6),
    CROSS(
            -4.4, -2.6, -2.6, -4.4, 0, -1.8, 2.6, -4.4, 4.4, -2.6, 1.8, 0, 4.4, 2.6, 2.6, 4.4, 0, 1.8, -2.6, 4.4, -4.4,
            2.6, -1.8, 0),
    PLUS(
            -1.3, -4.8, 1.3, -4.8, 1.3, -1.3, 4.8, -1.3, 4.8, 1.3, 1.3, 1.3, 1.3, 4.8, -1.3, 4.8, -1.3, 1.3, -4.8, 1.3,
            -4.8, -1.3, -1.3, -1.3),
    BAR(-1.4, -5, 1.4, -5, 1.4, 5, -1.4, 5);

    private final double[] corners;

    Mark(double... corners) {
        this.corners = corners;
    }

    /** The mark of a series by its place among them. */
    static Mark of(int index) {
        return values()[index % values().length];
    }

    /** The mark at a place. */
    Shape at(double x, double y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners.length; i += 2) {
            if (i == 0) {
                path.moveTo(x + corners[i], y + corners[i + 1]);
            } else {
                path.lineTo(x + corners[i], y + corners[i + 1]);
            }
        }
        path.closePath();
        return path;
    }
}
