package gradientlab.benchmarks;

import gradientlab.engine.MatrixLibrary;
import gradientlab.lab.run.Backend;
import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The floor of a step with dense products: as many multiply-adds as its matrix products have, in the shape that is fastest, a
 * product of two square matrices by oneDNN. What a step takes of it is its share of the core's peak.
 */
final class PeakWorker implements Worker {

    /** Large enough to leave out what a product costs beside its multiply-adds, small enough for the caches. */
    private static final int SIDE = 768;

    private final FloatPointer left = square(1);
    private final FloatPointer right = square(2);
    private final FloatPointer product = square(3);
    private double perStep;
    private double owed;

    PeakWorker() {
        Backend.start();
    }

    private static FloatPointer square(int seed) {
        Random random = new Random(seed);
        float[] values = new float[SIDE * SIDE];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextFloat() - 0.5f;
        }
        return new FloatPointer(values);
    }

    @Override
    public String version() {
        return MatrixLibrary.ONEDNN.description();
    }

    @Override
    public void open(Path folder, Size size) {
        perStep = size.multiplyAdds();
        owed = 0;
    }

    /** One large product whenever the steps since the last one have had as many multiply-adds. There is no loss. */
    @Override
    public double step(long number) {
        owed += perStep;
        for (double each = Math.pow(SIDE, 3); owed >= each; owed -= each) {
            dnnl.dnnl_sgemm((byte) 'N', (byte) 'N', SIDE, SIDE, SIDE, 1f, left, SIDE, right, SIDE, 0f, product, SIDE);
        }
        return Double.NaN;
    }
}
