package gradientlab.engine;

import org.deeplearning4j.nn.params.DefaultParamInitializer;

/** The affine map z = x·W + b of a dense layer whose own activation is the identity. */
class DenseStage extends Stage {

    private final Parameter weights;
    private final Parameter bias;
    private final float[] row;

    DenseStage(LayerPlace place) {
        super(place);
        weights = place.parameter(DefaultParamInitializer.WEIGHT_KEY);
        bias = place.parameter(DefaultParamInitializer.BIAS_KEY);
        row = new float[place.out()];
    }

    @Override
    final boolean readsNative() {
        return true;
    }

    @Override
    final void forward(Signal input, int rows) {
        Blas.forward(input.pointer, weights.value(), output.pointer, rows, place.in(), place.out());
        output.fromNative(rows);
        if (bias != null) {
            bias.read(row);
            Rows.add(output.values, row, rows, place.out());
        }
    }

    @Override
    final void parameterGradients(Signal input, Delta delta, int rows) {
        delta.toNative(rows * place.out());
        Blas.weightGradient(input.pointer, delta.pointer, weights.gradient(), rows, place.in(), place.out());
        if (bias != null) {
            Rows.sum(delta.values, row, rows, place.out());
            bias.writeGradient(row);
        }
    }

    @Override
    final void inputGradient(Signal input, Delta delta, int rows) {
        delta.timesWeights(weights.value(), rows, place.in(), place.out());
    }

    @Override
    final Parameter weights() {
        return weights;
    }
}
