package gradientlab.lab.figure;

import gradientlab.language.Words;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Draws heat maps. */
final class HeatDrawing {

    private static final int ROW = 26;
    private static final int LEAST_HEIGHT = 230;
    private static final int RIGHT = 8;
    private static final int BESIDE = 7;
    private static final int DROP = 5;

    /** Of the drawing's width, what names of rows take at most. */
    private static final double NAMES = 0.42;

    private static final int KEY_WIDTH = 160;
    private static final int KEY_STEPS = 40;
    private static final int KEY_HEIGHT = 12;

    private static final double LARGE = 1e5;

    /** Dashes of lines over the cells. */
    private static final Pen[] LINES = {new Pen(2, 0, 0), new Pen(2, 9, 4), new Pen(2, 3, 3), new Pen(2, 1.5, 4)};

    private final Paper paper;
    private final Plot.Heat plot;
    private final Rectangle2D area;

    private HeatDrawing(Paper paper, Plot.Heat plot, Rectangle2D area) {
        this.paper = paper;
        this.plot = plot;
        this.area = area;
    }

    static double draw(Paper paper, String title, Plot.Heat plot, Words words) {
        double top = Sheet.head(paper, title, Ending.notes(plot, words), plot.y());
        double names = plot.rows().stream().mapToDouble(Lettering::width).max().orElse(0);
        double left = Math.min(names, NAMES * Plotter.WIDTH) + BESIDE;
        int lines = plot.rows().stream()
                .mapToInt(name -> Lettering.lines(name, left - BESIDE).size())
                .max()
                .orElse(1);
        double row = Math.max(ROW, lines * Lettering.LINE + 2);
        double height = Math.max(LEAST_HEIGHT, row * plot.rows().size());
        return new HeatDrawing(paper, plot, new Rectangle2D.Double(left, top, Plotter.WIDTH - left - RIGHT, height))
                .draw();
    }

    private double draw() {
        for (int row = 0; row < plot.rows().size(); row++) {
            drawRow(row);
        }
        paper.within(area, () -> {
            for (int i = 0; i < plot.lines().size(); i++) {
                drawLine(plot.lines().get(i), LINES[i % LINES.length]);
            }
        });
        double below = ColumnNames.draw(paper, area, plot.columns());
        below = Sheet.below(paper, plot.x(), area.getCenterX(), below);
        return drawKey(below);
    }

    private void drawRow(int row) {
        double height = area.getHeight() / plot.rows().size();
        double width = area.getWidth() / plot.columns().size();
        double top = area.getY() + row * height;
        boolean valued = fits(width);
        for (int column = 0; column < plot.columns().size(); column++) {
            double value = plot.values().get(row).get(column);
            double left = area.getX() + column * width;
            if (Double.isFinite(value)) {
                paper.fill(new Rectangle2D.Double(left, top, width, height), Palette.heat(share(value)), 1);
                if (valued) {
                    paper.text(
                            text(value), left + width / 2, top + height / 2 + DROP, Lettering.CENTRED, Palette.IN_CELL);
                }
            }
        }
        List<String> lines = Lettering.lines(plot.rows().get(row), area.getX() - BESIDE);
        double middle = top + height / 2 + DROP - (lines.size() - 1) * Lettering.LINE / 2.0;
        for (int i = 0; i < lines.size(); i++) {
            paper.text(lines.get(i), area.getX() - BESIDE, middle + i * Lettering.LINE, Lettering.RIGHT, Palette.TEXT);
        }
    }

    private double share(double value) {
        return (value - plot.low()) / (plot.high() - plot.low());
    }

    private boolean fits(double width) {
        return plot.values().stream()
                .flatMap(List::stream)
                .filter(Double::isFinite)
                .allMatch(value -> Lettering.width(text(value)) <= width - 2);
    }

    private static String text(double value) {
        double size = Math.abs(value);
        String form = size >= LARGE ? "%.0e" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value).replace('-', '−').replace("e+", "e");
    }

    private void drawLine(Curve line, Pen pen) {
        Path2D path = new Path2D.Double();
        Point2D name = null;
        boolean drawing = false;
        for (int i = 0; i < line.x().length; i++) {
            double x = area.getX()
                    + (line.x()[i] + 0.5) * area.getWidth() / plot.columns().size();
            double y = area.getY()
                    + (line.y()[i] + 0.5) * area.getHeight() / plot.rows().size();
            boolean finite = Double.isFinite(x + y);
            if (finite && drawing) {
                path.lineTo(x, y);
            } else if (finite) {
                path.moveTo(x, y);
            }
            drawing = finite;
            name = finite && area.contains(x, y) ? new Point2D.Double(x, y) : name;
        }
        paper.stroke(path, Palette.IN_CELL, pen);
        if (name != null) {
            paper.text(line.label(), name.getX() - DROP, name.getY() - DROP, Lettering.RIGHT, Palette.IN_CELL);
        }
    }

    /** What the lightest and the darkest colour mean. */
    private double drawKey(double top) {
        String low = text(plot.low());
        String high = text(plot.high());
        double left = area.getX() + Lettering.width(low) + BESIDE;
        double step = (double) KEY_WIDTH / KEY_STEPS;
        double middle = top + Lettering.LINE / 2.0;
        paper.text(low, left - BESIDE, middle + DROP, Lettering.RIGHT, Palette.TEXT);
        for (int i = 0; i < KEY_STEPS; i++) {
            paper.fill(
                    new Rectangle2D.Double(
                            left + i * step, middle - KEY_HEIGHT / 2.0, KEY_WIDTH - i * step, KEY_HEIGHT),
                    Palette.heat((i + 0.5) / KEY_STEPS),
                    1);
        }
        paper.text(high, left + KEY_WIDTH + BESIDE, middle + DROP, Lettering.LEFT, Palette.TEXT);
        return top + Lettering.LINE + BESIDE;
    }

    /** Whether there is a cell to draw. */
    static boolean hasFinite(Plot.Heat plot) {
        return plot.values().stream().flatMap(List::stream).anyMatch(Double::isFinite);
    }
}
