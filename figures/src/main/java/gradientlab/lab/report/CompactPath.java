package gradientlab.lab.report;

import java.util.StringTokenizer;

/** The data of a path in steps from point to point, in tenths of a pixel: steps are taken between rounded points. */
final class CompactPath {

    private final StringBuilder data = new StringBuilder();
    private char command;
    private long x;
    private long y;
    private long startX;
    private long startY;
    private double[] last = new double[0];

    boolean isEmpty() {
        return data.isEmpty() && last.length == 0;
    }

    /** A line; it goes on from the one before where that ends in its beginning. */
    void line(double fromX, double fromY, double toX, double toY) {
        if (data.isEmpty() || x != tenths(fromX) || y != tenths(fromY)) {
            move(fromX, fromY);
        }
        step('l', toX, toY);
    }

    /** A filled rectangle; it grows by the next one where that lies on it. */
    void rectangle(double left, double top, double width, double height) {
        boolean below =
                last.length == 4 && last[0] == left && last[2] == width && Math.abs(last[1] - (top + height)) < 0.03;
        if (below) {
            last = new double[] {left, top, width, last[3] + last[1] - top};
            return;
        }
        flush();
        last = new double[] {left, top, width, height};
    }

    private void flush() {
        if (last.length == 4) {
            double[] r = last;
            last = new double[0];
            move(r[0], r[1]);
            step('l', r[0] + r[2], r[1]);
            step('l', r[0] + r[2], r[1] + r[3]);
            step('l', r[0], r[1] + r[3]);
            close();
        }
    }

    /** The data of a path of M, L, Q, C and Z in absolute coordinates; others stay as they are. */
    static String shortened(String d) {
        if (!d.matches("[MLQCZ\\d.,\\- Ee]*")) {
            return d;
        }
        CompactPath path = new CompactPath();
        StringTokenizer tokens = new StringTokenizer(d, " ,MLQCZ", true);
        char command = ' ';
        double[] points = new double[6];
        int count = 0;
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            if (token.equals("Z")) {
                path.close();
            } else if ("MLQC".contains(token)) {
                command = token.charAt(0);
                count = 0;
            } else if (!token.isBlank() && !token.equals(",")) {
                points[count++] = Double.parseDouble(token);
                if (count == coordinates(command)) {
                    path.add(command, points);
                    count = 0;
                }
            }
        }
        return path.toString();
    }

    private static int coordinates(char command) {
        return switch (command) {
            case 'C' -> 6;
            case 'Q' -> 4;
            default -> 2;
        };
    }

    private void add(char absolute, double[] points) {
        if (absolute == 'M') {
            move(points[0], points[1]);
        } else if (absolute == 'L') {
            step('l', points[0], points[1]);
        } else {
            begin(Character.toLowerCase(absolute));
            int all = coordinates(absolute);
            for (int i = 0; i < all; i += 2) {
                number(tenths(points[i]) - x);
                number(tenths(points[i + 1]) - y);
            }
            x = tenths(points[all - 2]);
            y = tenths(points[all - 1]);
        }
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

    private void step(char line, double toX, double toY) {
        long dx = tenths(toX) - x;
        long dy = tenths(toY) - y;
        if (dy == 0) {
            begin('h');
            number(dx);
        } else if (dx == 0) {
            begin('v');
            number(dy);
        } else {
            begin(line);
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

    @Override
    public String toString() {
        flush();
        return data.toString();
    }
}
