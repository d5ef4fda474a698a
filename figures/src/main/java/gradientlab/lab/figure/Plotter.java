package gradientlab.lab.figure;

import gradientlab.language.Language;
import gradientlab.language.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Draws figures as PNG and SVG, and as an element of a page.
 *
 * <p>A drawing is {@link #WIDTH} pixels wide and as high as it has to be. All its letters are of one size, which is 9 pixels where
 * a phone of 390 shows the drawing as wide as its page.
 */
public final class Plotter {

    /** Of every drawing, in its own pixels. */
    static final int WIDTH = 560;

    /** Of an image, in pixels. */
    private static final int IMAGE_WIDTH = 800;

    static {
        // A cache on disk registers a shutdown hook, which is refused when Ctrl-C has begun the shutdown: the report of
        // what is finished is drawn just then.
        ImageIO.setUseCache(false);
    }

    private Plotter() {}

    /** The figure as a PNG image on white; what it says itself is in the language. */
    public static byte[] png(Figure figure, Language language) {
        double height = draw(figure, new SvgPaper(SvgPaper::light), language);
        double scale = (double) IMAGE_WIDTH / WIDTH;
        ImagePaper paper = new ImagePaper(WIDTH, height, scale);
        draw(figure, paper, language);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(paper.image(), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("A figure could not be drawn in memory", e);
        }
        return out.toByteArray();
    }

    /** The figure as an SVG document on white; what it says itself is in the language. */
    public static String svg(Figure figure, Language language) {
        SvgPaper paper = new SvgPaper(SvgPaper::light);
        double height = draw(figure, paper, language);
        return paper.element(WIDTH, height, " xmlns=\"http://www.w3.org/2000/svg\" style=\"background: #fff\"");
    }

    /**
     * The figure as an element of a page, without a background, in the colours of {@link #css()}.
     *
     * <p>Who does not see it is told its title and words.
     *
     * @param language of what it says itself
     */
    public static String element(Figure figure, Language language) {
        SvgPaper paper = new SvgPaper(SvgPaper::property);
        double height = draw(figure, paper, language);
        String told = figure.title() + ". " + figure.words(language);
        String escaped = told.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return paper.element(WIDTH, height, " role=\"img\" aria-label=\"" + escaped + "\"");
    }

    /** The colours of figures as custom properties of a page, light and dark; paper is always light. */
    public static String css() {
        return ":root { " + Palette.css(Ink::light) + " }\n@media screen and (prefers-color-scheme: dark) {\n  :root { "
                + Palette.css(Ink::dark) + " }\n}\n";
    }

    private static double draw(Figure figure, Paper paper, Language language) {
        Words words = Ending.WORDS.in(language);
        // What the names of densities say of values that are not finite.
        Plot plot = figure.plot().told(label -> words.retoldSentence(label, "density."));
        if (plot instanceof Plot.Curves curves) {
            return CurvesDrawing.draw(paper, figure.title(), curves, words);
        }
        if (plot instanceof Plot.Bars bars) {
            return BarsDrawing.draw(paper, figure.title(), bars, words);
        }
        if (plot instanceof Plot.Heat heat && !HeatDrawing.hasFinite(heat)) {
            Plot.Curves nothing = Plot.Curves.of(Axis.linear(heat.x()), Axis.linear(heat.y()));
            return CurvesDrawing.draw(paper, figure.title() + " " + words.text("nothing-finite"), nothing, words);
        }
        if (plot instanceof Plot.Heat heat) {
            return HeatDrawing.draw(paper, figure.title(), heat, words);
        }
        return CellsDrawing.draw(paper, figure.title(), (Plot.Cells) plot);
    }
}
