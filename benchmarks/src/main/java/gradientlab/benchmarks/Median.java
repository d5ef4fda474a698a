package gradientlab.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several runs, which one run that something came across does not move. */
final class Median {

    private Median() {}

    /** Of one quantity of the runs, at least one; the mean of the middle two if they are even in number. */
    static <R> double of(List<R> runs, ToDoubleFunction<R> quantity) {
        double[] sorted = runs.stream().mapToDouble(quantity).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
