package gradientlab.diagnostics;

/**
 * How a capture is condensed into a snapshot.
 *
 * @param bins bins of each histogram, at least 1
 */
public record SnapshotOptions(int bins) {

    /** 50 bins: enough to see the two horns of a saturated tanh, 400 bytes a histogram. */
    public static final SnapshotOptions DEFAULT = new SnapshotOptions(50);

    /** Throws {@link IllegalArgumentException} when there is no bin. */
    public SnapshotOptions {
        if (bins < 1) {
            throw new IllegalArgumentException("A snapshot needs at least 1 bin per histogram, but got " + bins + ".");
        }
    }
}
