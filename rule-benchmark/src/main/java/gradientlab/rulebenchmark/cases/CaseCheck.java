package gradientlab.rulebenchmark.cases;

import java.util.List;
import java.util.Optional;

/**
 * Whether a case holds here: the faulty program must suffer and its fixed twin, or a healthy program, must learn. DL4J is not
 * the library that a case was published with, so this is asked again.
 */
public final class CaseCheck {

    private static final double LEARNT = 0.2;
    private static final double LEARNT_R2 = 0.15;
    private static final double ABOVE_BASELINE = 0.05;
    private static final double WORSE = 1.25;
    private static final double LEAST_DIFFERENCE = 0.03;

    private CaseCheck() {}

    /**
     * Why the case does not hold; empty where it does.
     *
     * @param regression whether the metric is R²
     * @param faulty runs of the faulty program; none for a healthy one
     * @param healthy runs of its twin, or of the healthy program
     */
    public static Optional<String> of(boolean regression, List<CaseRun> faulty, List<CaseRun> healthy) {
        if (!learns(regression, healthy)) {
            return Optional.of((faulty.isEmpty() ? "the program" : "the fixed twin") + " does not learn here: "
                    + metrics(healthy));
        }
        return faulty.isEmpty() || suffers(faulty, healthy)
                ? Optional.empty()
                : Optional.of(
                        "the faulty program does not suffer here: " + metrics(faulty) + " against " + metrics(healthy));
    }

    private static boolean learns(boolean regression, List<CaseRun> runs) {
        double baseline = mean(runs.stream().map(CaseRun::baseline).toList());
        double needed = regression ? LEARNT_R2 : baseline + LEARNT * (1 - baseline);
        double least = regression ? ABOVE_BASELINE : baseline + ABOVE_BASELINE;
        return runs.stream().allMatch(run -> run.finite() && 1 - run.error() > least)
                && mean(runs.stream().map(run -> 1 - run.error()).toList()) >= needed;
    }

    private static boolean suffers(List<CaseRun> faulty, List<CaseRun> fixed) {
        if (faulty.stream().noneMatch(CaseRun::finite)) {
            return true;
        }
        double bad = mean(faulty.stream().map(CaseRun::error).toList());
        double good = mean(fixed.stream().map(CaseRun::error).toList());
        double leastBad = faulty.stream().mapToDouble(CaseRun::error).min().orElseThrow();
        double mostGood = fixed.stream().mapToDouble(CaseRun::error).max().orElseThrow();
        return bad >= WORSE * good && bad - good >= LEAST_DIFFERENCE && leastBad > mostGood;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static String metrics(List<CaseRun> runs) {
        return runs.stream()
                .map(run -> String.format(java.util.Locale.ROOT, "%.3f", run.metric()))
                .toList()
                .toString();
    }
}
