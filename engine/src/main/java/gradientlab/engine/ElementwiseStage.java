package gradientlab.engine;

/** A nonlinearity as a layer of its own. */
final class ElementwiseStage extends Stage {

    private final ActivationKernel function;
    private final float[] slopes;

    ElementwiseStage(LayerPlace place, ActivationKernel function) {
        super(place);
        this.function = function;
        this.slopes = function.keepsSlopes() ? new float[output.values.length] : null;
    }

    @Override
    void forward(Signal input, int rows) {
        function.forward(input.values, output.values, slopes, rows * place.out());
    }

    @Override
    void inputGradient(Signal input, Delta delta, int rows) {
        function.backward(input.values, output.values, slopes, delta.values, rows * place.out());
    }
}
