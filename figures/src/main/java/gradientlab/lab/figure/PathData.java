package gradientlab.lab.figure;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/** The data of a path in steps from point to point, in tenths of a pixel: steps are taken between rounded points. */
final class PathData {

    private final StringBuilder data = new StringBuilder();
    private char command;
    private long x;
    private long y;
    private long startX;
    private long startY;

    private PathData() {}

    /** The data of a shape of straight lines. */
    static String of(Shape shape) {
        PathData path = new PathData();
        double[] point = new double[6];
        for (PathIterator way = shape.getPathIterator(null); !way.isDone(); way.next()) {
            switch (way.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> path.move(point[0], point[1]);
                case PathIterator.SEG_LINETO -> path.step(point[0], point[1]);
                case PathIterator.SEG_CLOSE -> path.close();
                default -> throw new IllegalArgumentException("A figure has straight lines alone");
            }
        }
        return path.data.toString();
    }

    private void move(double toX, double toY) {
        begin('m');
        number(tenths(toX) - x);
        number(tenths(toY) - y);
        x = startX = tenths(toX);
        y = startY = tenths(toY);
        // What follows a move without a command would be lines.
        command = 'l';
    }

    private void step(double toX, double toY) {
        long dx = tenths(toX) - x;
        long dy = tenths(toY) - y;
        if (dy == 0) {
            begin('h');
            number(dx);
        } else if (dx == 0) {
            begin('v');
            number(dy);
        } else {
            begin('l');
            number(dx);
            number(dy);
        }
        x += dx;
        y += dy;
    }

    private void close() {
        data.append('z');
        command = 'z';
        x = startX;
        y = startY;
    }

    private void begin(char next) {
        if (next != command || next == 'm') {
            data.append(next);
        }
        command = next;
    }

    /** Tenths as pixels, without what a reader of paths does not need. */
    private void number(long tenths) {
        long size = Math.abs(tenths);
        String text =
                (size >= 10 || size == 0 ? String.valueOf(size / 10) : "") + (size % 10 == 0 ? "" : "." + size % 10);
        boolean apart = tenths >= 0 && Character.isDigit(data.charAt(data.length() - 1));
        data.append(tenths < 0 ? "-" : apart ? " " : "").append(text);
    }

    private static long tenths(double pixels) {
        return Math.round(10 * pixels);
    }
}
