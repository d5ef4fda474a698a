package gradientlab.lab.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Draws figures as PNG and SVG. */
public final class Plotter {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 460;

    private static final Pattern LONG_FRACTION = Pattern.compile("(\\d\\.\\d\\d)\\d+");

    static {
        // A cache on disk registers a shutdown hook, which is refused when Ctrl-C has begun the shutdown: the report of
        // what is finished is drawn just then.
        ImageIO.setUseCache(false);
    }

    private Plotter() {}

    /** The figure as a PNG image. */
    public static byte[] png(Figure figure) {
        return encoded(out -> ChartEncoder.saveChart(chart(figure), out, "png"));
    }

    /** The figure as an SVG document, its text as outlines, so that it looks the same without the fonts. */
    public static String svg(Figure figure) {
        byte[] bytes = encoded(out -> ChartEncoder.saveChart(chart(figure), out, "svg"));
        return rounded(new String(bytes, StandardCharsets.UTF_8));
    }

    /** A hundredth of a pixel is finer than any eye or printer: longer fractions only make the file larger. */
    private static String rounded(String svg) {
        return LONG_FRACTION.matcher(svg).replaceAll("$1");
    }

    private interface Encoder {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] encoded(Encoder encoder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            encoder.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("A figure could not be drawn in memory", e);
        }
        return out.toByteArray();
    }

    private static Chart<?, ?> chart(Figure figure) {
        Plot plot = figure.plot();
        if (plot instanceof Plot.Curves curves) {
            return CurvesDrawing.of(figure.title(), curves, WIDTH, HEIGHT);
        }
        if (plot instanceof Plot.Bars bars) {
            return BarsDrawing.of(figure.title(), bars, WIDTH, HEIGHT);
        }
        if (plot instanceof Plot.Heat heat && !HeatDrawing.hasFinite(heat)) {
            // The library draws no map without a cell.
            Plot.Curves nothing = Plot.Curves.of(Axis.linear(heat.x()), Axis.linear(heat.y()));
            return CurvesDrawing.of(figure.title() + " (no value is finite)", nothing, WIDTH, HEIGHT);
        }
        if (plot instanceof Plot.Heat heat) {
            return HeatDrawing.of(figure.title(), heat, WIDTH, HeatDrawing.height(heat, HEIGHT));
        }
        return CellsDrawing.of(figure.title(), (Plot.Cells) plot, WIDTH, HEIGHT);
    }
}
