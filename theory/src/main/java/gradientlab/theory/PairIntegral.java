package gradientlab.theory;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** E[g(z₁)·g(z₂)] of two normal variables, by one quadrature inside another. */
final class PairIntegral {

    private PairIntegral() {}

    static double of(DoubleUnaryOperator g, double[] kinks, double std1, double std2, double c) {
        double independent = std2 * Math.sqrt(Math.max(0, 1 - c * c));
        Quadrature outer = outer(kinks, std1, std2 * c).normal();
        double sum = 0;
        for (int i = 0; i < outer.nodes().length; i++) {
            double first = outer.weights()[i] * g.applyAsDouble(std1 * outer.nodes()[i]);
            if (first != 0) {
                sum += first * inner(g, kinks, std2 * c * outer.nodes()[i], independent);
            }
        }
        return sum;
    }

    /** Near correlation ±1 the inner integral has as good as a kink where z₂'s mean crosses one. */
    private static Quadrature outer(double[] kinks, double std1, double shared) {
        DoubleStream ofSecond =
                shared == 0 ? DoubleStream.empty() : DoubleStream.of(kinks).map(kink -> kink / shared * std1);
        double[] both = DoubleStream.concat(DoubleStream.of(kinks), ofSecond).toArray();
        return Quadrature.of(0, std1, both);
    }

    private static double inner(DoubleUnaryOperator g, double[] kinks, double mean, double std) {
        if (std == 0) {
            return g.applyAsDouble(mean);
        }
        Quadrature rule = Quadrature.of(mean, std, kinks).normal();
        double sum = 0;
        for (int i = 0; i < rule.nodes().length; i++) {
            sum += rule.weights()[i] * g.applyAsDouble(mean + std * rule.nodes()[i]);
        }
        return sum;
    }
}
