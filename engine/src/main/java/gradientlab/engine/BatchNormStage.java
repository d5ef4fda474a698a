package gradientlab.engine;

import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;

/**
 * Batch normalisation in training (Ioffe and Szegedy 2015, algorithm 1): x̂ = (x − mean) / √(var + ε), y = γ·x̂ + β, with
 * the batch's mean and biased variance.
 *
 * <p>Like DL4J it writes the change of the running statistics into the gradients: they are subtracted from the
 * parameters as they are, neither divided by the batch size nor touched by the optimiser. The running deviation is kept as
 * its log10.
 */
final class BatchNormStage extends Stage {

    private static final double LN_10 = Math.log(10);

    private final float epsilon;
    private final double decay;
    private final Parameter gamma;
    private final Parameter beta;
    private final Parameter runningMean;
    private final Parameter runningLogStd;
    private final float[] normalised;
    private final float[] mean;
    private final float[] variance;
    private final float[] std;
    private final float[] scale;
    private final float[] shift;
    private final float[] betaGradient;
    private final float[] gammaGradient;

    BatchNormStage(LayerPlace place) {
        super(place);
        BatchNormalization layer = (BatchNormalization) place.layer();
        epsilon = (float) layer.getEps();
        decay = layer.getDecay();
        gamma = place.parameter(BatchNormalizationParamInitializer.GAMMA);
        beta = place.parameter(BatchNormalizationParamInitializer.BETA);
        runningMean = place.parameter(BatchNormalizationParamInitializer.GLOBAL_MEAN);
        runningLogStd = place.parameter(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
        normalised = new float[output.values.length];
        int units = place.out();
        mean = new float[units];
        variance = new float[units];
        std = new float[units];
        scale = new float[units];
        shift = new float[units];
        betaGradient = new float[units];
        gammaGradient = new float[units];
    }

    @Override
    void forward(Signal input, int rows) {
        int units = place.out();
        centre(input.values, rows, units);
        Rows.sumOfProducts(normalised, normalised, variance, rows, units);
        for (int j = 0; j < units; j++) {
            variance[j] /= rows;
            std[j] = (float) Math.sqrt(variance[j] + epsilon);
        }
        gamma.read(scale);
        beta.read(shift);
        for (int i = 0; i < rows; i++) {
            scaleRow(i * units, units);
        }
    }

    private void centre(float[] x, int rows, int units) {
        Rows.sum(x, mean, rows, units);
        for (int j = 0; j < units; j++) {
            mean[j] /= rows;
        }
        for (int i = 0; i < rows; i++) {
            int start = i * units;
            for (int j = 0; j < units; j++) {
                normalised[start + j] = x[start + j] - mean[j];
            }
        }
    }

    private void scaleRow(int start, int units) {
        float[] y = output.values;
        for (int j = 0; j < units; j++) {
            normalised[start + j] /= std[j];
            y[start + j] = normalised[start + j] * scale[j] + shift[j];
        }
    }

    @Override
    void parameterGradients(Signal input, Delta delta, int rows) {
        Rows.sum(delta.values, betaGradient, rows, place.out());
        Rows.sumOfProducts(delta.values, normalised, gammaGradient, rows, place.out());
        beta.writeGradient(betaGradient);
        gamma.writeGradient(gammaGradient);
        changeOfRunningStatistics();
    }

    /** new mean = decay·old + (1 − decay)·batch's; the same for the variance, of which log10 of the root is kept. */
    private void changeOfRunningStatistics() {
        runningMean.read(shift);
        for (int j = 0; j < place.out(); j++) {
            shift[j] = (shift[j] - mean[j]) * (float) (1 - decay);
        }
        runningMean.writeGradient(shift);
        runningLogStd.read(shift);
        for (int j = 0; j < place.out(); j++) {
            double old = Math.exp(2 * LN_10 * shift[j]);
            shift[j] = (float) (Math.log(old / (old * decay + variance[j] * (1 - decay))) / (2 * LN_10));
        }
        runningLogStd.writeGradient(shift);
    }

    /** dx = γ/std · (δ − mean(δ) − x̂·mean(δ·x̂)), the means over the batch. */
    @Override
    void inputGradient(Signal input, Delta delta, int rows) {
        int units = place.out();
        for (int j = 0; j < units; j++) {
            scale[j] /= std[j];
            betaGradient[j] /= rows;
            gammaGradient[j] /= rows;
        }
        for (int i = 0; i < rows; i++) {
            deltaRow(delta.values, i * units, units);
        }
    }

    private void deltaRow(float[] d, int start, int units) {
        for (int j = 0; j < units; j++) {
            d[start + j] = scale[j] * (d[start + j] - betaGradient[j] - normalised[start + j] * gammaGradient[j]);
        }
    }
}
