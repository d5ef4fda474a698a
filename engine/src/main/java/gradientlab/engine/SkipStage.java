package gradientlab.engine;

/**
 * The sum of the stage before and an earlier one: an identity skip. Backwards the gradient goes both ways as it is; the earlier
 * stage gets it by {@link #addTo}.
 */
final class SkipStage extends Stage {

    private final Signal skipped;
    private final float[] kept;

    /** @param skipped the output of the earlier stage */
    SkipStage(LayerPlace place, Signal skipped) {
        super(place);
        this.skipped = skipped;
        this.kept = new float[output.values.length];
    }

    @Override
    void forward(Signal input, int rows) {
        float[] sum = output.values;
        float[] one = skipped.values;
        float[] other = input.values;
        for (int k = 0; k < rows * place.out(); k++) {
            sum[k] = one[k] + other[k];
        }
    }

    @Override
    void inputGradient(Signal input, Delta delta, int rows) {
        System.arraycopy(delta.values, 0, kept, 0, rows * place.out());
    }

    /** Adds what went past the stages between to the gradient with respect to the earlier stage's output. */
    void addTo(Delta delta, int rows) {
        for (int k = 0; k < rows * place.out(); k++) {
            delta.values[k] += kept[k];
        }
    }
}
