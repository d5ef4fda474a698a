package gradientlab.continuation;

/**
 * A checkpoint after a number of steps, and a kill right after it was written.
 *
 * @param step the number of steps
 */
record KilledAfter(int step) implements CheckpointFile.Trigger {

    /** Stands for the kill. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public boolean due(int steps) {
        return steps == step;
    }

    @Override
    public void written(long nanos) {
        throw new Killed();
    }
}
