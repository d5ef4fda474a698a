package gradientlab.lab.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Paper that becomes an image, on white. */
final class ImagePaper implements Paper {

    /** The families of letters, the first one that there is. */
    static final String FONTS = "Helvetica Neue, Arial, DejaVu Sans, sans-serif";

    private static final int OPAQUE = 255;

    private final BufferedImage image;
    private final Graphics2D graphics;

    /** @param scale pixels of the image for a pixel of the drawing */
    ImagePaper(double width, double height, double scale) {
        image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
    }

    @Override
    public void stroke(Shape shape, Ink ink, Pen pen) {
        graphics.setColor(ink.light());
        float[] dashes = pen.dash() > 0 ? new float[] {(float) pen.dash(), (float) pen.gap()} : null;
        graphics.setStroke(
                new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        graphics.draw(shape);
    }

    @Override
    public void fill(Shape shape, Ink ink, double opacity) {
        Color colour = ink.light();
        graphics.setColor(
                new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(OPAQUE * opacity)));
        graphics.fill(shape);
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering, Ink ink) {
        Font font = new Font(Font.SANS_SERIF, lettering.bold() ? Font.BOLD : Font.PLAIN, Lettering.SIZE);
        double width =
                font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
        AffineTransform before = graphics.getTransform();
        graphics.setFont(font);
        graphics.setColor(ink.light());
        graphics.translate(x, y);
        if (lettering.upright()) {
            graphics.rotate(-Math.PI / 2);
        }
        double shift = switch (lettering.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        graphics.drawString(text, (float) -shift, 0);
        graphics.setTransform(before);
    }

    @Override
    public void within(Rectangle2D area, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(area);
        drawing.run();
        graphics.setClip(before);
    }

    BufferedImage image() {
        graphics.dispose();
        return image;
    }
}
