package gradientlab.continuation;

/** Checkpoints that are at least a number of seconds apart, and that take at most a hundredth of the time. */
public final class EverySeconds implements CheckpointFile.Trigger {

    private static final double NANOS = 1e9;
    private static final int SHARE = 100;

    private final long interval;
    private long next;

    /** @param seconds above 0; the first is due after that time, too */
    public EverySeconds(double seconds) {
        this.interval = (long) (seconds * NANOS);
        this.next = System.nanoTime() + interval;
    }

    @Override
    public boolean due(int steps) {
        return System.nanoTime() - next >= 0;
    }

    @Override
    public void written(long nanos) {
        next = System.nanoTime() + Math.max(interval, SHARE * nanos);
    }
}
