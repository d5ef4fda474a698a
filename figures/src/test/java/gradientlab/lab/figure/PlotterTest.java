package gradientlab.lab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Histogram;
import gradientlab.mnist.Everywhere;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlotterTest {

    @BeforeAll
    static void headless() {
        System.setProperty("java.awt.headless", "true");
    }

    static Stream<Figure> everyKindIsDrawnAsPngAndSvg() {
        Curve withGaps = Curve.line("a", new double[] {1, 2, 3, 4}, new double[] {1, Double.NaN, 0, 1e3});
        return Stream.of(
                figure(Plot.Curves.of(Axis.linear("x"), Axis.linear("y").from(0).to(2000), withGaps)),
                figure(Plot.Curves.of(Axis.log("x"), Axis.log("y"), withGaps, Curve.reference("r", 1, 1, 4, 10))),
                figure(Plot.Curves.of(
                        Axis.linear("x"),
                        Axis.linear("y"),
                        Curve.density("h", Histogram.of(new float[] {1, 2, 2}, 0, 3, 3)),
                        new Curve("p", new double[] {1}, new double[] {1}, Curve.Style.POINTS))),
                figure(new Plot.Bars(
                        "x",
                        Axis.linear("y"),
                        List.of("one", "two"),
                        List.of(
                                new Plot.Series("s", List.of(1.0, 2.0), List.of(0.1, 0.2)),
                                new Plot.Series("t", List.of(1.0, 2.0), null)))),
                figure(new Plot.Cells("x", "y", List.of("#..", ".#."))),
                figure(heat(List.of(List.of(1.0, Double.NaN, 300.0), List.of(-2.0, 0.5, 7.0)))));
    }

    private static Figure figure(Plot plot) {
        return new Figure("name", "Title with δ and √", "caption", plot);
    }

    @ParameterizedTest
    @MethodSource
    void everyKindIsDrawnAsPngAndSvg(Figure figure) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Plotter.png(figure)));
        assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(800, 460));
        assertThat(colours(image)).as("more than blank paper").hasSizeGreaterThan(2);
        String svg = Plotter.svg(figure);
        // The DOCTYPE names a DTD on the web: parse without fetching it.
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getElementsByTagName("*").getLength()).isGreaterThan(20);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @MethodSource("everyKindIsDrawnAsPngAndSvg")
    void theDrawingIsTheSameEverywhere(Figure figure) throws Exception {
        Everywhere.same(() -> Plotter.svg(figure));
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    private static Plot.Heat heat(List<List<Double>> values) {
        return new Plot.Heat("x", "y", List.of("a", "b", "c"), List.of("top", "below"), values, 0, 10);
    }

    @Test
    void highValuesAreDarkAndTheFirstRowIsOnTop() throws Exception {
        BufferedImage image = png(heat(List.of(List.of(10.0, 10.0, 10.0), List.of(0.0, 0.0, 0.0))));
        assertThat(new java.awt.Color(image.getRGB(300, 100)).getRed()).isLessThan(0x60);
        assertThat(new java.awt.Color(image.getRGB(300, 300)).getRed()).isGreaterThan(0xE0);
    }

    /** Of two rows the second lies in the lower half; the line ends in the middle of the last column. */
    @Test
    void aLineOverAHeatMapGoesFromTheMiddleOfACellToThatOfAnother() throws Exception {
        Plot.Heat heat = heat(List.of(List.of(0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0)));
        Curve line = Curve.line("", new double[] {0, 1, 2}, new double[] {1, 1, 1});
        BufferedImage without = png(heat);
        BufferedImage with = png(heat.with(List.of(line)));
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int y = 0; y < with.getHeight(); y++) {
            for (int x = 0; x < with.getWidth(); x++) {
                if (with.getRGB(x, y) != without.getRGB(x, y)) {
                    assertThat(y).isBetween(with.getHeight() / 2, with.getHeight() * 9 / 10);
                    least = Math.min(least, x);
                    most = Math.max(most, x);
                }
            }
        }
        assertThat(most - least).as("two of three columns").isBetween(250, 320);
    }

    @Test
    void aHeatMapNeedsAValueForEachCellAndARange() {
        assertThatThrownBy(() -> heat(List.of(List.of(1.0)))).hasMessageContaining("a value for each cell");
        assertThatThrownBy(() -> new Plot.Heat("x", "y", List.of(), List.of(), List.of(), 1, 1))
                .hasMessage("A heat map needs a range, not 1.0 to 1.0");
    }

    @Test
    void barsNeedAnAxisWithAZero() {
        assertThatThrownBy(() -> new Plot.Bars("x", Axis.log("loss"), List.of(), List.of()))
                .hasMessage("Bars need a linear axis, and \"loss\" is logarithmic");
    }

    @Test
    void markedCellsAreWhite() throws Exception {
        BufferedImage white = png(new Plot.Cells("x", "y", List.of("##", "##")));
        BufferedImage black = png(new Plot.Cells("x", "y", List.of("..", "..")));
        assertThat(white.getRGB(600, 150) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(black.getRGB(600, 150) & 0xFFFFFF).isEqualTo(Palette.INK.getRGB() & 0xFFFFFF);
    }

    private static BufferedImage png(Plot plot) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(Plotter.png(figure(plot))));
    }

    /** Values outside the range are counted in the whole, so the area is the share inside it. */
    @Test
    void theAreaOfADensityIsTheShareOfTheValuesInsideItsRange() {
        Curve density = Curve.density("h", Histogram.of(new float[] {0.5f, 1.5f, 1.6f, 9, Float.NaN}, 0, 2, 4));
        double area = 0;
        for (int i = 1; i < density.x().length; i++) {
            area += (density.x()[i] - density.x()[i - 1]) * density.y()[i];
        }
        assertThat(area).isCloseTo(3.0 / 5, within(1e-12));
    }

    /** Edges are rounded: the last must not come before the one before it, whatever the range. */
    @Test
    void theEdgesOfADensityAscend() {
        Random random = new Random(1);
        for (int draw = 0; draw < 1_000; draw++) {
            float[] values = {(float) random.nextGaussian(), (float) random.nextGaussian()};
            double[] x = Curve.density("h", Histogram.spanning(values, 50)).x();
            for (int i = 1; i < x.length; i++) {
                assertThat(x[i]).isGreaterThanOrEqualTo(x[i - 1]);
            }
        }
    }

    @Test
    void aCurveNeedsAsManyXAsY() {
        assertThatThrownBy(() -> Curve.line("c", new double[2], new double[3]))
                .hasMessage("Curve 'c' needs as many x as y, not 2 and 3");
    }
}
