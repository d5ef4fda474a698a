package gradientlab.benchmarks;

import java.util.List;

/**
 * What a whole process took, in seconds.
 *
 * @param firstStep by the clock from its start to the end of the first training step; NaN where nobody asked
 * @param wall by the clock from its start to its end
 * @param cpu processor time, user and system, of it and its children; NaN where the platform has no POSIX shell to tell
 */
record Took(double firstStep, double wall, double cpu) {

    /** The median of each over the rounds. */
    static Took median(List<Took> rounds) {
        return new Took(
                Median.of(rounds, Took::firstStep), Median.of(rounds, Took::wall), Median.of(rounds, Took::cpu));
    }
}
