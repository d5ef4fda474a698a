package gradientlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedIterationCurveTest {

    @Test
    void whileThereIsRoomEveryPointStays() {
        IterationCurve curve = grown(4, 4);

        assertThat(curve.iterations()).containsExactly(0, 1, 2, 3);
        assertThat(curve.values()).containsExactly(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void thenNeighboursAreAveragedAndStandAtTheFirstOfThem() {
        IterationCurve curve = grown(4, 7);

        assertThat(curve.iterations()).containsExactly(0, 2, 4, 6);
        assertThat(curve.values()).containsExactly(0.5, 2.5, 4.5, 6.0);
    }

    @Test
    void aHundredThousandPointsStayBetweenHalfTheLimitAndTheLimit() {
        IterationCurve curve = grown(1_000, 100_000);

        // 100,000 / 128 = 781.25 stretches; of a straight line each mean is the middle of its stretch.
        assertThat(curve.size()).isEqualTo(782);
        assertThat(curve.iterations().get(1)).isEqualTo(128);
        assertThat(curve.values().get(1)).isEqualTo(128 + 63.5);
        assertThat(curve.last()).isEqualTo((99_968 + 99_999) / 2.0);
    }

    @Test
    void aStretchWithAValueThatIsNotFiniteIsNotFinite() {
        var curve = new BoundedIterationCurve(2);
        curve.add(0, 1);
        curve.add(1, Double.NaN);
        curve.add(2, 2);
        curve.add(3, Double.POSITIVE_INFINITY);

        assertThat(curve.curve().values()).containsExactly(Double.NaN, Double.POSITIVE_INFINITY);
    }

    private static IterationCurve grown(int limit, int points) {
        var curve = new BoundedIterationCurve(limit);
        for (int i = 0; i < points; i++) {
            curve.add(i, i);
        }
        return curve.curve();
    }
}
