package gradientlab.engine;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Parameters next to each other that are updated by one rule.
 *
 * @param rule the rule
 * @param divided whether the gradient is divided by the batch size first
 * @param parameters where they begin
 * @param gradients where their gradients begin
 * @param state where the updater's state begins: as many arrays of {@code length} as the rule has
 * @param length how many parameters
 */
record UpdateBlock(
        UpdateRule rule,
        boolean divided,
        FloatPointer parameters,
        FloatPointer gradients,
        FloatPointer state,
        int length) {

    /** Small enough for a piece's arrays to stay close to the processor, large enough to make the calls of copying rare. */
    static final int PIECE = 4096;

    /** Arrays for the pieces, to be used again and again. */
    record Scratch(float[] g, float[] s, float[] t, float[] w) {
        static Scratch create() {
            return new Scratch(new float[PIECE], new float[PIECE], new float[PIECE], new float[PIECE]);
        }
    }

    /** When the update takes place, and how many examples the gradients are the sum over. */
    record Moment(int rows, int iteration, int epoch) {}

    /**
     * Updates the parameters: in one go where the update is the gradient times a number, else piece by piece.
     *
     * @param shown whether the update has to be left in the gradients, where listeners look for it
     */
    void apply(Scratch scratch, Moment now, boolean shown) {
        float factor = rule.rate(now.iteration, now.epoch) / (divided ? now.rows : 1);
        // BLAS does nothing at all for a factor of 0, where 0·NaN has to be NaN.
        if (Float.isFinite(factor) && factor != 0) {
            Blas.subtract(factor, gradients.position(0), parameters.position(0), length);
            if (shown) {
                Blas.scale(factor, gradients, length);
            }
        } else {
            pieces(scratch, now, shown);
        }
    }

    private void pieces(Scratch scratch, Moment now, boolean shown) {
        for (int from = 0; from < length; from += PIECE) {
            piece(scratch, now, shown, from, Math.min(PIECE, length - from));
        }
    }

    private void piece(Scratch scratch, Moment now, boolean shown, int from, int count) {
        gradients.position(from).get(scratch.g, 0, count);
        if (divided) {
            Rows.divide(scratch.g, count, now.rows);
        }
        update(scratch, now, from, count);
        parameters.position(from).get(scratch.w, 0, count);
        subtract(scratch.w, scratch.g, count);
        parameters.put(scratch.w, 0, count);
        if (shown) {
            gradients.put(scratch.g, 0, count);
        }
    }

    private void update(Scratch scratch, Moment now, int from, int count) {
        int states = rule.states();
        if (states > 0) {
            state.position(from).get(scratch.s, 0, count);
        }
        if (states > 1) {
            state.position(length + from).get(scratch.t, 0, count);
        }
        rule.apply(scratch.g, scratch.s, scratch.t, count, now.iteration, now.epoch);
        if (states > 0) {
            state.position(from).put(scratch.s, 0, count);
        }
        if (states > 1) {
            state.position(length + from).put(scratch.t, 0, count);
        }
    }

    private static void subtract(float[] from, float[] what, int count) {
        for (int k = 0; k < count; k++) {
            from[k] -= what[k];
        }
    }
}
