package gradientlab.engine;

/** The stage before times a number. */
final class ScaleStage extends Stage {

    private final float factor;

    ScaleStage(LayerPlace place, double factor) {
        super(place);
        this.factor = (float) factor;
    }

    @Override
    void forward(Signal input, int rows) {
        for (int k = 0; k < rows * place.out(); k++) {
            output.values[k] = input.values[k] * factor;
        }
    }

    @Override
    void inputGradient(Signal input, Delta delta, int rows) {
        for (int k = 0; k < rows * place.out(); k++) {
            delta.values[k] *= factor;
        }
    }
}
