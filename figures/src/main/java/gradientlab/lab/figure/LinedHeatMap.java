package gradientlab.lab.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** A heat map with lines over its cells, which the library does not have. */
final class LinedHeatMap extends HeatMapChart {

    private static final float[][] DASHES = {{1, 0}, {9, 4}, {3, 3}, {1, 4}};
    private static final float THICK = 2;
    private static final int LETTERS = 13;

    /** Between a line and its name, which stands at its end. */
    private static final int BESIDE = 5;

    private final Plot.Heat shown;

    LinedHeatMap(HeatMapChartBuilder builder, Plot.Heat shown) {
        super(builder);
        this.shown = shown;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        Shape clip = g.getClip();
        Rectangle2D cells = cells();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Palette.INK);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, LETTERS));
        g.clip(cells);
        for (int i = 0; i < shown.lines().size(); i++) {
            draw(g, cells, shown.lines().get(i), i);
        }
        g.setClip(clip);
    }

    /** What the cells cover. */
    private Rectangle2D cells() {
        Rectangle2D all = plot.getBounds();
        double share = getStyler().getPlotContentSize();
        return new Rectangle2D.Double(
                all.getX() + all.getWidth() * (1 - share) / 2,
                all.getY() + all.getHeight() * (1 - share) / 2,
                all.getWidth() * share,
                all.getHeight() * share);
    }

    private void draw(Graphics2D g, Rectangle2D cells, Curve line, int index) {
        g.setStroke(new BasicStroke(
                THICK, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[index % DASHES.length], 0));
        Path2D path = new Path2D.Double();
        Point2D name = null;
        boolean drawing = false;
        for (int i = 0; i < line.x().length; i++) {
            double x = cells.getX()
                    + (line.x()[i] + 0.5) * cells.getWidth() / shown.columns().size();
            double y = cells.getY()
                    + (line.y()[i] + 0.5) * cells.getHeight() / shown.rows().size();
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                drawing = false;
            } else if (drawing) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
                drawing = true;
            }
            name = drawing && cells.intersects(x - 1, y - 1, 1, 1) ? new Point2D.Double(x, y) : name;
        }
        g.draw(path);
        if (name != null) {
            float length =
                    (float) g.getFontMetrics().getStringBounds(line.label(), g).getWidth();
            g.drawString(line.label(), (float) name.getX() - length - BESIDE, (float) name.getY() - BESIDE);
        }
    }
}
