package gradientlab.lab.figure;

import gradientlab.language.Words;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Draws curves, each with its mark and, where there is room, with its name at its end. */
final class CurvesDrawing {

    /** Marks on a curve of many points. */
    private static final int MARKS = 7;

    /** Up to this number of points, each has its mark. */
    private static final int FEW = 12;

    private static final double TRANSLUCENT = 0.22;
    private static final int RIGHT = 14;

    private final Paper paper;
    private final Plot.Curves plot;
    private final Frame frame;
    private final int data;

    private CurvesDrawing(Paper paper, Plot.Curves plot, Frame frame) {
        this.paper = paper;
        this.plot = plot;
        this.frame = frame;
        this.data = (int) plot.curves().stream().filter(CurvesDrawing::isData).count();
    }

    static double draw(Paper paper, String title, Plot.Curves plot, Words words) {
        double[] xs = all(plot, Curve::x);
        double[] ys = all(plot, Curve::y);
        Span x = Span.of(AxisScale.of(plot.x(), Arrays.stream(xs), plot.x().logarithmic()), xs, false);
        Span y = Span.of(AxisScale.of(plot.y(), Arrays.stream(ys), true), ys, false);
        double top =
                Sheet.head(paper, title, Ending.notes(plot, words), y.scale().label());
        double left = Frame.labels(y);
        List<EndLabels.Label> ends = EndLabels.of(plot, x, y);
        double right = ends.isEmpty() ? RIGHT : EndLabels.width(ends);
        Frame frame = new Frame(new Rectangle2D.Double(left, top, Plotter.WIDTH - left - right, Frame.HEIGHT), x, y);
        return new CurvesDrawing(paper, plot, frame).draw(ends);
    }

    private double draw(List<EndLabels.Label> ends) {
        frame.drawVertical(paper);
        double below = frame.drawHorizontal(paper);
        paper.within(frame.area(), this::drawInside);
        below = Sheet.below(paper, frame.x().scale().label(), frame.area().getCenterX(), below);
        if (ends.isEmpty()) {
            return plot.curves().size() > 1 ? Legend.draw(paper, entries(), below) : below;
        }
        EndLabels.draw(paper, frame, ends, this::mark);
        return below;
    }

    private void drawInside() {
        for (double place : Ending.places(plot)) {
            double at = frame.px(place);
            paper.stroke(
                    new Line2D.Double(at, frame.area().getY(), at, frame.area().getMaxY()), Palette.SOFT, Pen.DOTS);
        }
        for (int i = 0; i < plot.curves().size(); i++) {
            draw(i);
        }
    }

    private void draw(int index) {
        Curve curve = plot.curves().get(index);
        List<double[]> points = points(curve);
        switch (curve.style()) {
            case POINTS -> points.forEach(point -> markAt(index, point[0], point[1]));
            case STEPS -> {
                paper.fill(filled(points), ink(index), TRANSLUCENT);
                paper.stroke(line(points), ink(index), Pen.outline(place(index)));
            }
            case REFERENCE -> paper.stroke(line(points), ink(index), Pen.REFERENCE);
            case LINE -> {
                paper.stroke(line(LineThinning.of(points)), ink(index), Pen.LINE);
                marked(points, index).forEach(point -> markAt(index, point[0], point[1]));
            }
        }
        int end = Ending.tail(curve.y());
        if (end > 0 && end < curve.y().length && isData(curve)) {
            double[] last = points.get(end - 1);
            if (Double.isFinite(last[0])) {
                paper.fill(Mark.CROSS.at(last[0], last[1]), ink(index), 1);
            }
        }
    }

    /** In pixels; NaN where there is nothing to draw. */
    private List<double[]> points(Curve curve) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < curve.x().length; i++) {
            points.add(new double[] {frame.px(curve.x()[i]), frame.py(curve.y()[i])});
        }
        return points;
    }

    /** All of few; of many some, not at the same places for each curve; with curves of very many none. */
    private List<double[]> marked(List<double[]> all, int index) {
        List<double[]> points = all.stream()
                .filter(point -> Double.isFinite(point[0] + point[1]))
                .toList();
        if (points.size() <= FEW || points.isEmpty()) {
            return points.size() == 1 || data > 1 && data <= FEW ? points : List.of();
        }
        List<double[]> marked = new ArrayList<>();
        if (data > 1 && data <= FEW) {
            for (int i = 0; i < MARKS; i++) {
                double share = (i + (place(index) + 0.5) / data) / MARKS;
                marked.add(points.get((int) (share * (points.size() - 1))));
            }
        }
        return marked;
    }

    private static Path2D line(List<double[]> points) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (double[] point : points) {
            boolean finite = Double.isFinite(point[0] + point[1]);
            if (finite && drawing) {
                path.lineTo(point[0], point[1]);
            } else if (finite) {
                path.moveTo(point[0], point[1]);
            }
            drawing = finite;
        }
        return path;
    }

    private static Path2D filled(List<double[]> points) {
        Path2D path = line(points);
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
        return path;
    }

    private List<Legend.Entry> entries() {
        Set<Integer> named = Legend.of(plot.curves());
        return named.stream()
                .map(i -> new Legend.Entry(plot.curves().get(i).label(), (from, to, y) -> sample(i, from, to, y)))
                .toList();
    }

    private void sample(int index, double from, double to, double y) {
        Curve.Style style = plot.curves().get(index).style();
        Line2D line = new Line2D.Double(from, y, to, y);
        switch (style) {
            case REFERENCE -> paper.stroke(line, ink(index), Pen.REFERENCE);
            case STEPS -> {
                Rectangle2D box = new Rectangle2D.Double(from, y - 5, to - from, 10);
                paper.fill(box, ink(index), TRANSLUCENT);
                paper.stroke(box, ink(index), Pen.outline(place(index)));
            }
            case POINTS -> markAt(index, (from + to) / 2, y);
            case LINE -> {
                paper.stroke(line, ink(index), Pen.LINE);
                mark(index, (from + to) / 2, y);
            }
        }
    }

    /** The mark of a curve that has marks. */
    private void mark(int index, double x, double y) {
        if (isData(plot.curves().get(index)) && data > 1 && data <= FEW) {
            markAt(index, x, y);
        }
    }

    private void markAt(int index, double x, double y) {
        if (Double.isFinite(x + y)) {
            paper.fill(Mark.of(place(index)).at(x, y), ink(index), 1);
        }
    }

    private Ink ink(int index) {
        return isData(plot.curves().get(index)) ? Palette.of(place(index), data) : Palette.SOFT;
    }

    /** Which of the curves that are data it is. */
    private int place(int index) {
        return (int) plot.curves().subList(0, index).stream()
                .filter(CurvesDrawing::isData)
                .count();
    }

    private static boolean isData(Curve curve) {
        return curve.style() != Curve.Style.REFERENCE;
    }

    private static double[] all(Plot.Curves plot, Function<Curve, double[]> coordinates) {
        return plot.curves().stream()
                .map(coordinates)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
