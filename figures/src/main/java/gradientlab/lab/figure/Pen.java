package gradientlab.lab.figure;

/**
 * How a line is drawn.
 *
 * @param width in pixels
 * @param dash lengths of a stroke and a gap in pixels; 0 and 0 for a whole line
 */
record Pen(double width, double dash, double gap) {

    static final Pen HAIR = new Pen(1, 0, 0);
    static final Pen LINE = new Pen(2.2, 0, 0);
    static final Pen REFERENCE = new Pen(1.6, 7, 5);
    static final Pen DOTS = new Pen(1.2, 2, 4);

    /** Whole, and broken in ways that are told apart without colour. */
    private static final Pen[] OUTLINES = {
        new Pen(1.8, 0, 0), new Pen(1.8, 9, 3), new Pen(1.8, 3, 3), new Pen(1.8, 1.5, 4)
    };

    /** The outline of one of several filled curves. */
    static Pen outline(int index) {
        return OUTLINES[index % OUTLINES.length];
    }
}
