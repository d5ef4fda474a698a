package gradientlab.ui.explorer;

/**
 * What a training is told to do.
 *
 * @param kind of order
 * @param number steps of {@link Kind#STEP}, milliseconds of {@link Kind#SPEED}, the learning rate of {@link Kind#RATE};
 *     otherwise without meaning
 * @param net which network {@link Kind#RATE} is about, from 0
 */
public record Order(Kind kind, double number, int net) {

    /** The kinds of orders. */
    public enum Kind {
        /** Take a number of steps, then wait. */
        STEP,
        /** Take steps until told otherwise. */
        RUN,
        /** Wait before the next step. */
        PAUSE,
        /** Go back to the weights and batches of the first step. */
        REWIND,
        /** Wait a while after each step, so that one can watch. */
        SPEED,
        /** Train a network with another learning rate from the next step on. */
        RATE,
        /** Take the steps taken once more, to the bit, and record them as sessions of the dashboard. */
        RECORD,
        /** Take the steps taken once more, to the bit, and write them as run folders. */
        SAVE,
        /** End and forget it; its sessions stay on the dashboard. */
        END
    }
}
