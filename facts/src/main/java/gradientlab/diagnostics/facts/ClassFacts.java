package gradientlab.diagnostics.facts;

/**
 * Targets taken as classes, where equal rows are one class; for values that differ from row to row there is little to say.
 *
 * @param distinct different rows; one more than {@value TargetSums#CLASSES} stands for any larger number
 * @param largestShare share of the rows that the most frequent one makes up; NaN without rows
 * @param batches batches of two rows or more
 * @param uniform those of them in which all rows are equal: of a single class
 * @param expectedUniform how many those would be if rows were drawn at random with the shares seen
 * @param between share of the scatter of the values that lies between the means of the batches, columns summed: about
 *     batches / rows where rows are drawn at random, near 1 where they are sorted; NaN without scatter
 */
public record ClassFacts(
        int distinct, double largestShare, int batches, int uniform, double expectedUniform, double between) {

    /** Values of which it is not known how they lie in the batches. */
    public ClassFacts(int distinct, double largestShare, int batches, int uniform, double expectedUniform) {
        this(distinct, largestShare, batches, uniform, expectedUniform, Double.NaN);
    }

    /** Nothing was seen. */
    public static final ClassFacts NONE = new ClassFacts(0, Double.NaN, 0, 0, Double.NaN);
}
