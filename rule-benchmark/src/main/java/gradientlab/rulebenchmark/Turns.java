package gradientlab.rulebenchmark;

import java.util.ArrayList;
import java.util.List;

/** The turning points of a series. */
final class Turns {

    private Turns() {}

    /** Inner values not below (sign 1) or not above (sign −1) both neighbours, in order. */
    static List<Double> of(double[] series, int sign) {
        List<Double> turns = new ArrayList<>();
        for (int i = 1; i < series.length - 1; i++) {
            if (sign * (series[i] - series[i - 1]) >= 0 && sign * (series[i] - series[i + 1]) >= 0) {
                turns.add(series[i]);
            }
        }
        return turns;
    }
}
