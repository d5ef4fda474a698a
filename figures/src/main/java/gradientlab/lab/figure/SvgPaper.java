package gradientlab.lab.figure;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.function.Function;

/** Paper that becomes an element svg: letters stay letters, and no element has a name that could be another's. */
final class SvgPaper implements Paper {

    private static final int PER_PIXEL = 10;

    private final Function<Ink, String> colour;
    private final StringBuilder body = new StringBuilder();

    /** @param colour an ink as CSS writes it */
    SvgPaper(Function<Ink, String> colour) {
        this.colour = colour;
    }

    /** An ink as it is on white paper. */
    static String light(Ink ink) {
        return Ink.hex(ink.light());
    }

    /** An ink as a page's custom property, so that it follows light and dark. */
    static String property(Ink ink) {
        return ink.name().isEmpty() ? light(ink) : "var(--f-" + ink.name() + ")";
    }

    @Override
    public void stroke(Shape shape, Ink ink, Pen pen) {
        path(
                shape,
                "fill:none;stroke:" + colour.apply(ink) + ";stroke-width:" + number(pen.width())
                        + (pen.dash() > 0 ? ";stroke-dasharray:" + number(pen.dash()) + " " + number(pen.gap()) : ""));
    }

    @Override
    public void fill(Shape shape, Ink ink, double opacity) {
        path(shape, "fill:" + colour.apply(ink) + (opacity < 1 ? ";fill-opacity:" + number(opacity) : ""));
    }

    private void path(Shape shape, String style) {
        String data = PathData.of(shape);
        if (!data.isEmpty()) {
            body.append("<path d=\"")
                    .append(data)
                    .append("\" style=\"")
                    .append(style)
                    .append("\"/>\n");
        }
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering, Ink ink) {
        String at = "x=\"" + number(x) + "\" y=\"" + number(y) + "\"";
        body.append("<text ")
                .append(
                        lettering.upright()
                                ? "transform=\"translate(" + number(x) + " " + number(y) + ") rotate(-90)\""
                                : at)
                .append(
                        switch (lettering.anchor()) {
                            case START -> "";
                            case MIDDLE -> " text-anchor=\"middle\"";
                            case END -> " text-anchor=\"end\"";
                        })
                .append(lettering.bold() ? " font-weight=\"bold\"" : "")
                .append(" style=\"fill:")
                .append(colour.apply(ink))
                .append("\">")
                .append(escaped(text))
                .append("</text>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A drawing inside of another cuts off what is outside of it, and needs no name for that. */
    @Override
    public void within(Rectangle2D area, Runnable drawing) {
        String x = number(area.getX());
        String y = number(area.getY());
        String width = number(area.getWidth());
        String height = number(area.getHeight());
        body.append("<svg x=\"" + x + "\" y=\"" + y + "\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\""
                + x + " " + y + " " + width + " " + height + "\">\n");
        drawing.run();
        body.append("</svg>\n");
    }

    /**
     * The element.
     *
     * @param attributes of the element, beside the size and the letters
     */
    String element(double width, double height, String attributes) {
        return "<svg viewBox=\"0 0 " + number(width) + " " + number(height) + "\" font-family=\"" + ImagePaper.FONTS
                + "\" font-size=\"" + Lettering.SIZE + "\"" + attributes + ">\n" + body + "</svg>\n";
    }

    private static String number(double value) {
        double rounded = (double) Math.round(value * PER_PIXEL) / PER_PIXEL;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
