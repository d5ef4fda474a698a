package gradientlab.lab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Histogram;
import gradientlab.language.Language;
import gradientlab.language.Words;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures of trainings that diverge: axes without a number, and with numbers beyond any scale. */
class NotFiniteTest {

    private static final Words ENGLISH = Ending.WORDS.in(Language.ENGLISH);

    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final float[] NAN_FLOATS = {Float.NaN, Float.NaN};

    @BeforeAll
    static void headless() {
        System.setProperty("java.awt.headless", "true");
    }

    private static Plot curves(double[]... values) {
        List<Curve> curves = Stream.of(values)
                .map(y -> Curve.counted("hidden", 0, Arrays.stream(y).boxed().toList()))
                .toList();
        return new Plot.Curves(Axis.linear("step"), Axis.linear("loss").from(0), curves);
    }

    private static Plot log(double... y) {
        return Plot.Curves.of(Axis.log("x"), Axis.log("y"), Curve.line("a", y.clone(), y));
    }

    private static Plot histogram(float... values) {
        return Plot.Curves.of(
                Axis.linear("activation"),
                Axis.linear("density").from(0),
                Curve.density("start", Histogram.spanning(new float[] {-1, 0, 1}, 50)),
                Curve.density("end", Histogram.spanning(values, 50)));
    }

    private static Plot bars(Axis y, Double... values) {
        List<Double> all = List.of(values);
        return new Plot.Bars("x", y, List.of("a", "b"), List.of(new Plot.Series("s", all, all)));
    }

    private static Plot heat(Double... cells) {
        return new Plot.Heat("x", "y", List.of("a", "b"), List.of("r"), List.of(List.of(cells)), 0, 1);
    }

    static Stream<Plot> everyPlotIsDrawn() {
        float most = Float.MAX_VALUE;
        return Stream.of(
                curves(new double[] {NAN, NAN, NAN}),
                curves(new double[] {12.6, NAN, NAN}, new double[] {NAN, INFINITE, -INFINITE}),
                curves(new double[] {2.3, 1e5, 1e30, 1e38, INFINITE}),
                curves(new double[] {1e31, 1.2e31, 1.1e31}),
                curves(new double[] {1e38, 1e38, 1e38}),
                curves(new double[] {1e30, 1e30 * (1 + 1e-15)}),
                curves(new double[] {1, Math.nextUp(1.0), 1}),
                curves(new double[] {Double.MAX_VALUE, 1, -Double.MAX_VALUE}),
                curves(new double[] {Double.MAX_VALUE, Double.MIN_VALUE}),
                curves(new double[] {Double.MIN_VALUE, 0}),
                curves(new double[] {0, 0}),
                curves(new double[] {3}),
                curves(new double[] {}),
                curves(),
                log(Double.MIN_VALUE, 1, Double.MAX_VALUE),
                log(0, -1, NAN),
                log(2, 2, 2),
                Plot.Curves.of(
                        Axis.linear("x"),
                        Axis.linear("y").from(0).to(3),
                        Curve.line("a", new double[] {NAN, 2, INFINITE, 4}, new double[] {1, 1e300, 3, -1e300})),
                histogram(NAN_FLOATS),
                histogram(most, most),
                histogram(-most, most, Float.POSITIVE_INFINITY),
                histogram(1e-45f, -1e-45f),
                bars(Axis.linear("loss"), NAN, INFINITE),
                bars(Axis.linear("loss"), 1e300, 2.0),
                bars(Axis.linear("loss").from(0).to(3), 1e300, 2.0),
                bars(Axis.linear("loss"), NAN, 1e38),
                heat(NAN, -INFINITE),
                heat(1e300, NAN));
    }

    @ParameterizedTest
    @MethodSource
    void everyPlotIsDrawn(Plot plot) throws Exception {
        Figure figure = new Figure("name", "Title", "caption", plot);
        assertThat(ImageIO.read(new ByteArrayInputStream(Plotter.png(figure, Language.ENGLISH)))
                        .getWidth())
                .isEqualTo(800);
        String withoutWords = Plotter.svg(figure, Language.ENGLISH).replaceAll(">[^<]*<", "><");
        assertThat(withoutWords).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void theWordsSayFromWhereOnWhichCurveIsNotFinite() {
        Plot plot = new Plot.Curves(
                Axis.linear("step"),
                Axis.linear("loss"),
                List.of(
                        Curve.counted("a", 0, List.of(1.0, 2.0, 3.0)),
                        Curve.counted("b", 0, List.of(1.0, NAN, INFINITE)),
                        Curve.counted("c", 0, List.of(1.0, NAN, NAN)),
                        Curve.counted("d", 0, List.of(1.0, INFINITE, 2.0)),
                        Curve.counted("e", 0, List.of(-INFINITE, -INFINITE, NAN)),
                        Curve.reference("r", NAN, NAN, 0, 0)));
        assertThat(new Figure("name", "Title", "Caption.", plot).words(Language.ENGLISH))
                .isEqualTo("Caption. Not drawn: NaN from step 1 on: b, c; not finite at 1 of 3 points: d;"
                        + " never finite (−∞): e.");
    }

    @Test
    void theWordsNameBarsAndSayWhyCellsAreBlank() {
        assertThat(Ending.sentences(bars(Axis.linear("y"), NAN, 2.0), ENGLISH)).containsExactly("NaN: a (s)");
        assertThat(Ending.sentences(heat(NAN, INFINITE), ENGLISH)).containsExactly("blank: what is not finite");
        assertThat(Ending.sentences(heat(1.0, 2.0), ENGLISH)).isEmpty();
    }

    @Test
    void ofManyCurvesThatEndTogetherTheFirstAreNamed() {
        double[] y = {1, NAN};
        assertThat(Ending.sentences(
                        new Plot.Curves(
                                Axis.linear("step"),
                                Axis.linear("y"),
                                Stream.of("a", "b", "c", "d", "e")
                                        .map(name -> Curve.line(name, new double[] {5, 6}, y))
                                        .toList()),
                        ENGLISH))
                .containsExactly("NaN from step 6 on: a, b and 3 more");
    }

    @Test
    void aDensityOfNothingFiniteIsNotDrawnAsZero() {
        Curve nothing = Curve.density("end", Histogram.spanning(NAN_FLOATS, 5));
        assertThat(nothing.y()).containsOnly(NAN);
        assertThat(nothing.label()).isEqualTo("end (100 % not finite)");
        assertThat(Curve.density("end", Histogram.spanning(new float[] {1, 2, Float.NaN}, 5))
                        .label())
                .isEqualTo("end (33.3 % not finite)");
    }

    @Test
    void inRussianItIsSaidInRussian() {
        Plot plot = Plot.Curves.of(
                Axis.linear("шаг"),
                Axis.linear("потери"),
                Curve.counted("a", 0, List.of(1.0, NAN)),
                Curve.density("конец", Histogram.spanning(new float[] {1, 2, Float.NaN}, 5)));
        Figure figure = new Figure("name", "Заголовок", "Подпись.", plot);

        assertThat(figure.words(Language.RUSSIAN)).isEqualTo("Подпись. Не нарисовано: NaN начиная с 1 (шаг): a.");
        assertThat(Plotter.svg(figure, Language.RUSSIAN))
                .contains("конец (33,3 % не конечны)")
                .doesNotContain("finite");
    }
}
