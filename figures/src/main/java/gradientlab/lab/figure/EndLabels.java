package gradientlab.lab.figure;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The names of curves at their ends, to the right of the plot. */
final class EndLabels {

    private static final int MOST = 10;

    /** Pixels at most; longer names stand below the plot. */
    private static final int WIDEST = 185;

    /** A curve that ends before this share of the axis would have its name too far away. */
    private static final double LATE = 0.8;

    /** From the end of a curve to its name, in pixels up or down. */
    private static final int FARTHEST = 3 * Lettering.LINE;

    private static final int LEADER = 14;
    private static final int BESIDE = 18;
    private static final int DROP = 5;

    private EndLabels() {}

    /** The name of a curve, and the point where that ends. */
    record Label(int index, String text, double x, double y) {}

    /** Draws the mark of a curve at a place. */
    interface Marker {
        void mark(int index, double x, double y);
    }

    /** A name for each curve; none where one of them would have no place. */
    static List<Label> of(Plot.Curves plot, Span x, Span y) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            int last = last(curve);
            boolean isLine = curve.style() == Curve.Style.LINE || curve.style() == Curve.Style.REFERENCE;
            if (!isLine || last < 0 || x.share(curve.x()[last]) < LATE || Lettering.width(curve.label()) > WIDEST) {
                return List.of();
            }
            labels.add(new Label(i, curve.label(), curve.x()[last], curve.y()[last]));
        }
        return labels.size() > 1 && labels.size() <= MOST && areNear(labels, y) ? labels : List.of();
    }

    /** Whether no name has to go far from the end of its curve, as it must where many end in one place. */
    private static boolean areNear(List<Label> labels, Span y) {
        double[] wanted = labels.stream()
                .mapToDouble(label -> within(Frame.HEIGHT * (1 - y.share(label.y())), 0, Frame.HEIGHT))
                .sorted()
                .toArray();
        double[] places = apart(wanted, 0, Frame.HEIGHT);
        return IntStream.range(0, places.length).allMatch(i -> Math.abs(places[i] - wanted[i]) <= FARTHEST);
    }

    private static int last(Curve curve) {
        int last = Ending.tail(curve.y()) - 1;
        return last >= 0 && Double.isFinite(curve.x()[last]) ? last : -1;
    }

    static double width(List<Label> labels) {
        return LEADER
                + BESIDE
                + labels.stream()
                        .mapToDouble(label -> Lettering.width(label.text()))
                        .max()
                        .orElse(0);
    }

    static void draw(Paper paper, Frame frame, List<Label> labels, Marker marker) {
        double top = frame.area().getY();
        double bottom = frame.area().getMaxY();
        List<Label> downwards = labels.stream()
                .sorted(Comparator.comparingDouble(label -> within(frame.py(label.y()), top, bottom)))
                .toList();
        double[] wanted = downwards.stream()
                .mapToDouble(label -> within(frame.py(label.y()), top, bottom))
                .toArray();
        double[] places = apart(wanted, top, bottom);
        double right = frame.area().getMaxX();
        for (int i = 0; i < places.length; i++) {
            Label label = downwards.get(i);
            double from = Math.min(right, frame.px(label.x()));
            paper.stroke(new Line2D.Double(from, wanted[i], right + LEADER, places[i]), Palette.SOFT, Pen.DOTS);
            marker.mark(label.index(), right + LEADER, places[i]);
            paper.text(label.text(), right + BESIDE + DROP, places[i] + DROP, Lettering.LEFT, Palette.TEXT);
        }
    }

    private static double within(double y, double top, double bottom) {
        return Double.isFinite(y) ? Math.max(top, Math.min(bottom, y)) : bottom;
    }

    /** Places near the wanted ones, a line apart, between top and bottom. */
    static double[] apart(double[] wanted, double top, double bottom) {
        double[] places = wanted.clone();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + Lettering.LINE);
        }
        double limit = bottom;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], limit);
            limit = places[i] - Lettering.LINE;
        }
        return places;
    }
}
