package gradientlab.lab.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws a map of marked cells, white on black; a column that is marked from below to above has a sign above it. */
final class CellsDrawing {

    private static final int RIGHT = 14;
    private static final int SIGN = 12;

    private CellsDrawing() {}

    static double draw(Paper paper, String title, Plot.Cells plot) {
        int columns = plot.rows().get(0).length();
        Span x = span(columns);
        Span y = span(plot.rows().size());
        double top = Sheet.head(paper, title, List.of(), plot.y()) + SIGN;
        double left = Frame.labels(y);
        Rectangle2D area = new Rectangle2D.Double(left, top, Plotter.WIDTH - left - RIGHT, Frame.HEIGHT);
        Frame frame = new Frame(area, x, y);
        frame.drawVertical(paper);
        double below = frame.drawHorizontal(paper);
        paper.fill(area, Palette.UNMARKED, 1);
        paper.fill(marked(plot, area), Palette.MARKED, 1);
        paper.stroke(area, Palette.SOFT, Pen.HAIR);
        IntStream.range(0, columns)
                .filter(column -> isWhite(plot, column))
                .forEach(column -> paper.fill(
                        Mark.DOWN.at(left + (column + 0.5) * area.getWidth() / columns, top - SIGN / 2.0),
                        Palette.series().get(1),
                        1));
        return Sheet.below(paper, plot.x(), area.getCenterX(), below);
    }

    /** Cells are counted from 0 in their middles. */
    private static Span span(int cells) {
        double[] ends = {-0.5, cells - 0.5};
        AxisScale scale = AxisScale.of(new Axis("", false, ends[0], ends[1]), DoubleStream.of(ends), false);
        return new Span(scale, ends[0], ends[1], true);
    }

    static boolean isWhite(Plot.Cells plot, int column) {
        return plot.rows().stream().allMatch(row -> row.charAt(column) == Plot.Cells.MARKED);
    }

    private static Path2D marked(Plot.Cells plot, Rectangle2D area) {
        Path2D path = new Path2D.Double();
        double height = area.getHeight() / plot.rows().size();
        for (int row = 0; row < plot.rows().size(); row++) {
            String cells = plot.rows().get(row);
            double width = area.getWidth() / cells.length();
            double top = area.getMaxY() - (row + 1) * height;
            int column = 0;
            while (column < cells.length()) {
                int end = column;
                while (end < cells.length() && cells.charAt(end) == Plot.Cells.MARKED) {
                    end++;
                }
                if (end > column) {
                    path.append(
                            new Rectangle2D.Double(area.getX() + column * width, top, (end - column) * width, height),
                            false);
                }
                column = end + 1;
            }
        }
        return path;
    }
}
