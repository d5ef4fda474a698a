package gradientlab.diagnostics;

/** The one rule about iteration numbers: updates made so far, hence never negative. */
final class Iterations {

    private Iterations() {}

    static int require(int iteration) {
        if (iteration < 0) {
            throw new IllegalArgumentException(
                    "An iteration counts the updates made so far, from 0 up, but it was " + iteration + ".");
        }
        return iteration;
    }
}
