package gradientlab.benchmarks;

import gradientlab.lab.run.RunFigures;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Whether two lessons came to the same: other random numbers, so not to the last bit.
 *
 * @param trainings how many were compared
 * @param learned how many of them reach the test accuracy {@link #LEARNED} in both
 * @param largest the largest difference of the test accuracies among these
 * @param largestOfOthers the same among the others: N(0, 1) in five layers ends anywhere between 10 % and 37 %, by the
 *     seed and, for one seed, by the order in which an engine adds
 * @param mean the difference of the means of all test accuracies, ours − theirs
 */
record LessonCheck(int trainings, int learned, double largest, double largestOfOthers, double mean) {

    static final double LEARNED = 0.85;
    static final double LARGEST = 0.03;
    static final double LARGEST_OF_OTHERS = 0.2;
    static final double MEAN = 0.01;

    static LessonCheck of(List<RunFigures> ours, LessonComparison.Results theirs) {
        double[] mine = ours.stream().mapToDouble(RunFigures::testAccuracy).toArray();
        double[] others = theirs.trainings().stream()
                .mapToDouble(LessonComparison.Tested::testAccuracy)
                .toArray();
        int[] learned = IntStream.range(0, mine.length)
                .filter(i -> mine[i] >= LEARNED && others[i] >= LEARNED)
                .toArray();
        int[] rest = IntStream.range(0, mine.length)
                .filter(i -> !(mine[i] >= LEARNED && others[i] >= LEARNED))
                .toArray();
        return new LessonCheck(
                mine.length,
                learned.length,
                largest(learned, mine, others),
                largest(rest, mine, others),
                IntStream.range(0, mine.length)
                        .mapToDouble(i -> mine[i] - others[i])
                        .average()
                        .orElse(Double.NaN));
    }

    /** 0 where there is none to compare. */
    private static double largest(int[] which, double[] mine, double[] others) {
        return IntStream.of(which)
                .mapToDouble(i -> Math.abs(mine[i] - others[i]))
                .max()
                .orElse(0);
    }

    boolean agrees() {
        return largest <= LARGEST && largestOfOthers <= LARGEST_OF_OTHERS && Math.abs(mean) <= MEAN;
    }

    /** @throws IOException if they differ by more than the spread over seeds explains */
    void require() throws IOException {
        if (!agrees()) {
            throw new IOException("The two lessons did not come to the same, so that no time is compared. " + this);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Checked first, with other random numbers: the test accuracies of the %d trainings that reach %.0f %%"
                        + " differ by at most %.1f %% (allowed %.0f %%), those of the other %d by at most %.1f %% (allowed"
                        + " %.0f %%: N(0, 1) in five layers ends between 10 %% and 37 %%, by the seed), all in the mean by %+.2f %% (allowed %.0f %%).",
                learned,
                100 * LEARNED,
                100 * largest,
                100 * LARGEST,
                trainings - learned,
                100 * largestOfOthers,
                100 * LARGEST_OF_OTHERS,
                100 * mean,
                100 * MEAN);
    }
}
