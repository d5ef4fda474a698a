package gradientlab.explorer;

/** When a training is looked at on the way, so that looking takes no more than a small share of the time. */
final class Pace {

    /** Between two looks at least this many times what the last one took. */
    private static final int SHARE = 20;

    private static final long LEAST_NANOS = 100_000_000;

    /** How long to wait after each step, so that one can watch. */
    volatile long pauseMillis;

    private final Turn inside = new Turn();
    private final Turn tested = new Turn();

    /** When something is due again. */
    private static final class Turn {
        private long next;

        void take(Runnable work) {
            long start = System.nanoTime();
            if (start - next >= 0) {
                work.run();
                long end = System.nanoTime();
                next = end + Math.max(LEAST_NANOS, SHARE * (end - start));
            }
        }
    }

    /** Does what is due. */
    void look(Runnable observe, Runnable test) {
        inside.take(observe);
        tested.take(test);
        rest();
    }

    private void rest() {
        if (pauseMillis > 0) {
            try {
                Thread.sleep(pauseMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
