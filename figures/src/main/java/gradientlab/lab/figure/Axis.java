package gradientlab.lab.figure;

import java.util.function.UnaryOperator;

/**
 * One axis of a figure.
 *
 * @param label the quantity and its unit
 * @param logarithmic whether it is divided by decades
 * @param low where it begins, or null for where the data does
 * @param high where it ends, or null for where the data does
 */
public record Axis(String label, boolean logarithmic, Double low, Double high) {

    public static Axis linear(String label) {
        return new Axis(label, false, null, null);
    }

    public static Axis log(String label) {
        return new Axis(label, true, null, null);
    }

    Axis told(UnaryOperator<String> words) {
        return new Axis(words.apply(label), logarithmic, low, high);
    }

    public Axis from(double bound) {
        return new Axis(label, logarithmic, bound, high);
    }

    public Axis to(double bound) {
        return new Axis(label, logarithmic, low, bound);
    }
}
