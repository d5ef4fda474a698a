package gradientlab.engine;

import java.util.Arrays;
import org.deeplearning4j.nn.params.PReLUParamInitializer;

/** a = z if z > 0, else α·z with a learnt α for each unit (He et al. 2015); as in DL4J the slope at 0 is 1. */
final class PReluStage extends Stage {

    private final Parameter alpha;
    private final float[] alphas;
    private final float[] gradient;

    PReluStage(LayerPlace place) {
        super(place);
        alpha = place.parameter(PReLUParamInitializer.WEIGHT_KEY);
        alphas = new float[place.out()];
        gradient = new float[place.out()];
    }

    @Override
    void forward(Signal input, int rows) {
        alpha.read(alphas);
        for (int i = 0; i < rows; i++) {
            forward(input.values, i * place.out(), place.out());
        }
    }

    private void forward(float[] z, int start, int units) {
        for (int j = 0; j < units; j++) {
            float value = z[start + j];
            output.values[start + j] = value * slope(value, alphas[j]);
        }
    }

    @Override
    void parameterGradients(Signal input, Delta delta, int rows) {
        Arrays.fill(gradient, 0f);
        for (int i = 0; i < rows; i++) {
            addGradient(input.values, delta.values, i * place.out(), place.out());
        }
        alpha.writeGradient(gradient);
    }

    private void addGradient(float[] z, float[] delta, int start, int units) {
        for (int j = 0; j < units; j++) {
            int k = start + j;
            gradient[j] += Bits.masked(delta[k] * z[k], Bits.ifNegative(z[k]));
        }
    }

    @Override
    void inputGradient(Signal input, Delta delta, int rows) {
        for (int i = 0; i < rows; i++) {
            backward(input.values, delta.values, i * place.out(), place.out());
        }
    }

    private void backward(float[] z, float[] delta, int start, int units) {
        for (int j = 0; j < units; j++) {
            delta[start + j] *= slope(z[start + j], alphas[j]);
        }
    }

    private static float slope(float z, float alpha) {
        int one = Float.floatToRawIntBits(1f);
        return Float.intBitsToFloat(one ^ ((one ^ Float.floatToRawIntBits(alpha)) & Bits.ifNegative(z)));
    }
}
