package gradientlab.lab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisScaleTest {

    private static AxisScale scale(Axis axis, double... values) {
        return AxisScale.of(axis, DoubleStream.of(values), true);
    }

    @Test
    void readableNumbersStayAsTheyAre() {
        AxisScale scale = scale(Axis.linear("loss").from(0), 0.5, 12, Double.NaN);
        assertThat(scale.way()).isEqualTo(AxisScale.Way.PLAIN);
        assertThat(scale.label()).isEqualTo("loss");
        assertThat(scale.low()).isZero();
        assertThat(scale.high()).isNull();
        assertThat(scale.place(12)).isEqualTo(12);
    }

    /** By hand: 2.5e38 / 10³⁸ and so on. */
    @ParameterizedTest
    @CsvSource({
        "2.5e38, 2.5, ×10³⁸",
        "-2.5e38, -2.5, ×10³⁸",
        "3e-7, 3, ×10⁻⁷",
        "5e-324, 4.94, ×10⁻³²⁴",
        "1e308, 1, ×10³⁰⁸"
    })
    void largeAndSmallNumbersAreInUnitsOfAPowerOfTen(double value, double placed, String unit) {
        AxisScale scale = scale(Axis.linear("a"), 0, value);
        assertThat(scale.place(value)).isCloseTo(placed, within(1e-2));
        assertThat(scale.label()).isEqualTo("a (" + unit + ")");
    }

    @Test
    void aPositiveQuantityThatGrowsByManyDecadesIsDrawnByItsLogarithm() {
        AxisScale scale = scale(Axis.linear("loss").from(0), 2.3, 1e30);
        assertThat(scale.way()).isEqualTo(AxisScale.Way.LOG);
        assertThat(scale.place(1e30)).isCloseTo(30, within(1e-9));
        assertThat(scale.place(0)).isNaN();
        assertThat(scale.low()).as("a logarithmic axis has no 0").isNull();
        assertThat(AxisScale.decade(30)).isEqualTo("10³⁰");
        assertThat(AxisScale.decade(-2.5)).isEqualTo("3.2·10⁻³");
    }

    /** Whatever is drawn, the places on paper are numbers that can be added and multiplied without overflow. */
    @Test
    void noPlaceIsLarge() {
        Random random = new Random(1);
        for (int draw = 0; draw < 1_000; draw++) {
            double[] values = random.doubles(4)
                    .map(share -> Double.longBitsToDouble(random.nextLong()))
                    .toArray();
            for (Axis axis :
                    new Axis[] {Axis.linear("y"), Axis.linear("y").from(0).to(3), Axis.log("y")}) {
                AxisScale scale = scale(axis, values);
                for (double place : scale.place(values)) {
                    boolean drawn = !Double.isNaN(place);
                    assertThat(!drawn || scale.logarithmic() || Math.abs(place) < 1e7)
                            .as("%s of %s", place, java.util.Arrays.toString(values))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void manyThingsAreChosenAtEqualDistancesWithBothEnds() {
        assertThat(Evenly.chosen(3, 5)).containsExactly(0, 1, 2);
        assertThat(Evenly.chosen(101, 5)).containsExactly(0, 25, 50, 75, 100);
    }
}
