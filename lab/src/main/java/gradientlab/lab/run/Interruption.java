package gradientlab.lab.run;

/** A request to stop, seen at the next training step. */
public final class Interruption {

    /** Work was stopped on request; what was finished before stays. */
    public static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Interrupted() {
            super("Interrupted");
        }
    }

    private volatile boolean requested;

    /** Asks for the stop; may be called from any thread. */
    public void request() {
        requested = true;
    }

    /** Whether a stop was asked for. */
    public boolean isRequested() {
        return requested;
    }

    /** Throws {@link Interrupted} if a stop was asked for. */
    public void check() {
        if (requested) {
            throw new Interrupted();
        }
    }
}
