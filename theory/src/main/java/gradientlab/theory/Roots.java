package gradientlab.theory;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Roots of continuous functions of one variable. */
final class Roots {

    private static final int MOST_STEPS = 200;

    private Roots() {}

    /**
     * The root between two points where the function has different signs (or is 0), to 1e-14 of its size, by the Illinois
     * variant of false position.
     */
    static double between(DoubleUnaryOperator g, double left, double right) {
        double a = left;
        double b = right;
        double atA = g.applyAsDouble(a);
        double atB = g.applyAsDouble(b);
        if (atA == 0) {
            return a;
        }
        for (int i = 0; i < MOST_STEPS && atB != 0 && Math.abs(b - a) > 1e-14 * Math.abs(b); i++) {
            double c = b - atB * (b - a) / (atB - atA);
            double atC = g.applyAsDouble(c);
            if (atC * atB < 0) {
                a = b;
                atA = atB;
            } else {
                atA /= 2;
            }
            b = c;
            atB = atC;
        }
        return b;
    }

    /**
     * The first root on the way from one positive number to another, looked for in steps of a ratio; empty where the sign
     * never changes.
     *
     * @param acceleration what the logarithm of the ratio is multiplied by in every step, 1 or more
     */
    static OptionalDouble onTheWay(DoubleUnaryOperator g, double from, double to, double ratio, double acceleration) {
        double sign = Math.signum(g.applyAsDouble(from));
        double step = to > from ? ratio : 1 / ratio;
        double before = from;
        while (before != to) {
            double next = to > from ? Math.min(to, before * step) : Math.max(to, before * step);
            double value = g.applyAsDouble(next);
            if (sign * value <= 0) {
                return OptionalDouble.of(between(g, before, next));
            }
            before = next;
            step = Math.pow(step, acceleration);
        }
        return OptionalDouble.empty();
    }
}
