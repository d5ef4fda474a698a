package gradientlab.lab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Histogram;
import gradientlab.language.Language;
import gradientlab.mnist.Everywhere;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
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
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Plotter.png(figure, Language.ENGLISH)));
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(colours(image)).as("more than blank paper").hasSizeGreaterThan(2);
        String svg = Plotter.svg(figure, Language.ENGLISH);
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getElementsByTagName("*").getLength()).isGreaterThan(10);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @MethodSource("everyKindIsDrawnAsPngAndSvg")
    void theDrawingIsTheSameEverywhere(Figure figure) throws Exception {
        Everywhere.same(() -> Plotter.svg(figure, Language.ENGLISH));
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
        assertThat(most - least)
                .as("two of three columns, of 800 pixels less the names of the rows")
                .isBetween(460, 500);
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
        assertThat(black.getRGB(600, 150) & 0xFFFFFF)
                .isEqualTo(Palette.UNMARKED.light().getRGB() & 0xFFFFFF);
    }

    private static BufferedImage png(Plot plot) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(Plotter.png(figure(plot), Language.ENGLISH)));
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

    /** A phone of 390 pixels has 364 for the drawing: 12 on either side are the page's margin and 2 the scroll bar's. */
    @ParameterizedTest
    @MethodSource("everyKindIsDrawnAsPngAndSvg")
    void noLettersAreSmallerThanNinePixelsOnAPhone(Figure figure) {
        String element = Plotter.element(figure, Language.ENGLISH);
        assertThat(element).containsOnlyOnce("font-size=\"14\"").doesNotContain("font-size:", "font:");
        assertThat(Lettering.SIZE * 364.0 / Plotter.WIDTH).isGreaterThanOrEqualTo(9);
    }

    /** WCAG 2.2, 1.4.11: graphics 3 to 1; 1.4.3: text 4.5 to 1. */
    @Test
    void everyInkIsSeenOnItsPaper() {
        for (Ink ink : Palette.series()) {
            assertThat(contrast(ink.light(), Palette.PAPER.light()))
                    .as("%s, light", ink.name())
                    .isGreaterThan(3);
            assertThat(contrast(ink.dark(), Palette.PAPER.dark()))
                    .as("%s, dark", ink.name())
                    .isGreaterThan(3);
        }
        for (Ink ink : List.of(Palette.TEXT, Palette.SOFT)) {
            assertThat(contrast(ink.light(), Palette.PAPER.light())).isGreaterThan(4.5);
            assertThat(contrast(ink.dark(), Palette.PAPER.dark())).isGreaterThan(4.5);
        }
        assertThat(contrast(Palette.IN_CELL.light(), Palette.heat(1).light())).isGreaterThan(4.5);
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        return (lighter + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
    }

    /** Relative luminance, WCAG 2.2. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void aColumnThatIsWhiteFromBelowToAboveHasASign() {
        Plot.Cells one = new Plot.Cells("x", "y", List.of("#.#", "##."));
        Plot.Cells none = new Plot.Cells("x", "y", List.of("..#", "##."));
        String sign = "fill:" + Ink.hex(Palette.series().get(1).light());
        assertThat(Plotter.svg(figure(one), Language.ENGLISH).split(sign, -1)).hasSize(2);
        assertThat(Plotter.svg(figure(none), Language.ENGLISH)).doesNotContain(sign);
    }

    @Test
    void curvesThatEndApartHaveTheirNamesThereAndOthersBelow() {
        Plot apart = ending(1, 2, 3);
        Plot together = ending(1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(EndLabels.of((Plot.Curves) apart, span(2), span(3))).hasSize(3);
        assertThat(EndLabels.of((Plot.Curves) together, span(2), span(3))).isEmpty();
        assertThat(EndLabels.apart(new double[] {10, 12, 100}, 0, 100)).containsExactly(10, 29, 100);
        assertThat(EndLabels.apart(new double[] {95, 98, 100}, 0, 100)).containsExactly(62, 81, 100);
    }

    private static Span span(double end) {
        double[] ends = {0, end};
        return Span.of(AxisScale.of(Axis.linear(""), DoubleStream.of(ends), false), ends, false);
    }

    private static Plot ending(double... ends) {
        return new Plot.Curves(
                Axis.linear("x"),
                Axis.linear("y"),
                DoubleStream.of(ends)
                        .mapToObj(end -> Curve.line("c" + end, new double[] {0, 2}, new double[] {0, end}))
                        .toList());
    }

    /** A spike of one step among a thousand is seen; what lies between the lowest and the highest of a pixel is not. */
    @Test
    void ofVeryManyPointsTheExtremesAreKept() {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            points.add(new double[] {i / 10.0, i == 777 ? -50 : i % 7});
        }
        List<double[]> thin = LineThinning.of(points);
        assertThat(thin).hasSize(1_000).anyMatch(point -> point[1] == -50);
        assertThat(thin.stream().mapToDouble(point -> point[0]).toArray()).isSorted();
    }

    /** By hand: tenths of a pixel, in steps. */
    @Test
    void aPathIsWrittenInStepsBetweenRoundedPoints() {
        Path2D path = new Path2D.Double();
        path.moveTo(10.04, 20);
        path.lineTo(10, 30.06);
        path.lineTo(15.5, 30.1);
        path.closePath();
        path.moveTo(0.3, 0);
        path.lineTo(-0.2, 1);
        assertThat(PathData.of(path)).isEqualTo("m10 20v10.1h5.5zm-9.7-20-.5 1");
    }

    @Test
    void aCurveNeedsAsManyXAsY() {
        assertThatThrownBy(() -> Curve.line("c", new double[2], new double[3]))
                .hasMessage("Curve 'c' needs as many x as y, not 2 and 3");
    }
}
