package gradientlab.lab.figure;

import gradientlab.language.Words;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws bars, in each of which stands the mark of its series. */
final class BarsDrawing {

    /** Of the room of a category, what its bars take. */
    private static final double FILLED = 0.8;

    /** A narrower or lower bar has no room for a mark. */
    private static final int MARK_WIDTH = 10;

    private static final int MARK_HEIGHT = 18;
    private static final int RIGHT = 14;
    private static final int WHISKER = 4;

    private final Paper paper;
    private final Plot.Bars plot;
    private final Frame frame;

    private BarsDrawing(Paper paper, Plot.Bars plot, Frame frame) {
        this.paper = paper;
        this.plot = plot;
        this.frame = frame;
    }

    static double draw(Paper paper, String title, Plot.Bars plot, Words words) {
        double[] values = all(plot);
        Span y = Span.of(AxisScale.of(plot.y(), DoubleStream.of(values), false), values, true);
        double top =
                Sheet.head(paper, title, Ending.notes(plot, words), y.scale().label());
        double left = Frame.labels(y);
        Rectangle2D area = new Rectangle2D.Double(left, top, Plotter.WIDTH - left - RIGHT, Frame.HEIGHT);
        return new BarsDrawing(paper, plot, new Frame(area, null, y)).draw();
    }

    private double draw() {
        frame.drawVertical(paper);
        paper.within(frame.area(), () -> {
            for (int i = 0; i < plot.series().size(); i++) {
                drawSeries(i);
            }
        });
        double zero = frame.py(0);
        paper.stroke(
                new Line2D.Double(frame.area().getX(), zero, frame.area().getMaxX(), zero), Palette.SOFT, Pen.HAIR);
        double below = ColumnNames.draw(paper, frame.area(), plot.categories());
        below = Sheet.below(paper, plot.x(), frame.area().getCenterX(), below);
        return plot.series().size() > 1 ? Legend.draw(paper, entries(), below) : below;
    }

    private void drawSeries(int index) {
        Plot.Series series = plot.series().get(index);
        double column = frame.area().getWidth() / plot.categories().size();
        double width = FILLED * column / plot.series().size();
        for (int i = 0; i < series.values().size(); i++) {
            Double value = series.values().get(i);
            if (value != null && Double.isFinite(frame.py(value))) {
                double left = frame.area().getX() + (i + (1 - FILLED) / 2) * column + index * width;
                drawBar(index, left, width, frame.py(value));
                if (series.error() != null && Double.isFinite(series.error().get(i))) {
                    whiskers(left + width / 2, value, series.error().get(i));
                }
            }
        }
    }

    private void drawBar(int index, double left, double width, double end) {
        double zero = Math.max(frame.area().getY(), Math.min(frame.area().getMaxY(), frame.py(0)));
        double gap = Math.min(1, width / 10);
        paper.fill(
                new Rectangle2D.Double(left + gap, Math.min(zero, end), width - 2 * gap, Math.abs(zero - end)),
                Palette.of(index, plot.series().size()),
                1);
        if (plot.series().size() > 1 && width >= MARK_WIDTH && Math.abs(zero - end) >= MARK_HEIGHT) {
            double place = zero + (end < zero ? -MARK_HEIGHT : MARK_HEIGHT) / 2.0;
            paper.fill(Mark.of(index).at(left + width / 2, place), Palette.PAPER, 1);
        }
    }

    private void whiskers(double x, double value, double error) {
        double above = frame.py(value + error);
        double below = frame.py(value - error);
        if (Double.isFinite(above + below) && error > 0) {
            paper.stroke(new Line2D.Double(x, above, x, below), Palette.TEXT, Pen.HAIR);
            paper.stroke(new Line2D.Double(x - WHISKER, above, x + WHISKER, above), Palette.TEXT, Pen.HAIR);
            paper.stroke(new Line2D.Double(x - WHISKER, below, x + WHISKER, below), Palette.TEXT, Pen.HAIR);
        }
    }

    private List<Legend.Entry> entries() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < plot.series().size(); i++) {
            int index = i;
            entries.add(new Legend.Entry(plot.series().get(i).label(), (from, to, y) -> sample(index, from, to, y)));
        }
        return entries;
    }

    private void sample(int index, double from, double to, double y) {
        paper.fill(
                new Rectangle2D.Double(from, y - 7, to - from, 14),
                Palette.of(index, plot.series().size()),
                1);
        paper.fill(Mark.of(index).at((from + to) / 2, y), Palette.PAPER, 1);
    }

    /** The values, and where their error bars end. */
    private static double[] all(Plot.Bars plot) {
        return plot.series().stream()
                .flatMap(series -> IntStream.range(0, series.values().size())
                        .boxed()
                        .flatMap(i -> ends(
                                series.values().get(i),
                                series.error() == null ? null : series.error().get(i))))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Stream<Double> ends(Double value, Double error) {
        if (value == null) {
            return Stream.empty();
        }
        return error == null || !Double.isFinite(error)
                ? Stream.of(value)
                : Stream.of(value, value + error, value - error);
    }
}
