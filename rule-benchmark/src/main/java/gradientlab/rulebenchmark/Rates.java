package gradientlab.rulebenchmark;

/**
 * Counts, and precision = tp / (tp + fp), recall = tp / (tp + fn), F1 = 2 tp / (2 tp + fp + fn); NaN for 0 / 0.
 *
 * @param truePositives faulty runs that were caught
 * @param falsePositives healthy runs with an alarm
 * @param falseNegatives faulty runs that were not caught
 */
public record Rates(
        int truePositives, int falsePositives, int falseNegatives, double precision, double recall, double f1) {

    static Rates of(long truePositives, long falsePositives, long falseNegatives) {
        double tp = truePositives;
        return new Rates(
                Math.toIntExact(truePositives),
                Math.toIntExact(falsePositives),
                Math.toIntExact(falseNegatives),
                tp / (tp + falsePositives),
                tp / (tp + falseNegatives),
                2 * tp / (2 * tp + falsePositives + falseNegatives));
    }
}
