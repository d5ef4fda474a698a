package gradientlab.diagnostics.facts;

/**
 * Targets taken as classes, where equal rows are one class; for values that differ from row to row there is little to say.
 *
 * @param distinct different rows; one more than {@value TargetSums#CLASSES} stands for any larger number
 * @param largestShare share of the rows that the most frequent one makes up; NaN without rows
 * @param batches batches of two rows or more
 * @param uniform those of them in which all rows are equal: of a single class
 * @param expectedUniform how many those would be if rows were drawn at random with the shares seen
 */
public record ClassFacts(int distinct, double largestShare, int batches, int uniform, double expectedUniform) {

    /** Nothing was seen. */
    public static final ClassFacts NONE = new ClassFacts(0, Double.NaN, 0, 0, Double.NaN);
}
