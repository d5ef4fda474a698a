package gradientlab.benchmarks;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import gradientlab.lab.run.Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;

/** The matrix products of a step and nothing else: what no trainer with this BLAS can be faster than. */
final class ProductsWorker implements Worker {

    /** One layer's arrays: input, weights, output, and the gradients of all three. */
    private record Layer(int rows, int in, int out, FloatPointer[] arrays) {

        static Layer of(int rows, int in, int out, Random random) {
            int[] lengths = {rows * in, in * out, rows * out, rows * in, in * out, rows * out};
            FloatPointer[] arrays = new FloatPointer[lengths.length];
            for (int i = 0; i < lengths.length; i++) {
                float[] values = new float[lengths[i]];
                for (int k = 0; k < values.length; k++) {
                    values[k] = random.nextFloat() - 0.5f;
                }
                arrays[i] = new FloatPointer(values);
            }
            return new Layer(rows, in, out, arrays);
        }

        void forward() {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasTrans,
                    rows,
                    out,
                    in,
                    1f,
                    arrays[0],
                    in,
                    arrays[1],
                    in,
                    0f,
                    arrays[2],
                    out);
        }

        void weightGradient() {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasTrans,
                    CblasNoTrans,
                    out,
                    in,
                    rows,
                    1f,
                    arrays[5],
                    out,
                    arrays[0],
                    in,
                    0f,
                    arrays[4],
                    in);
        }

        void inputGradient() {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasNoTrans,
                    rows,
                    in,
                    out,
                    1f,
                    arrays[5],
                    out,
                    arrays[1],
                    in,
                    0f,
                    arrays[3],
                    in);
        }
    }

    private final List<Layer> layers = new ArrayList<>();

    ProductsWorker() {
        Backend.start();
    }

    @Override
    public String version() {
        return Machine.openblas();
    }

    @Override
    public void open(Path folder, Size size) {
        layers.clear();
        Random random = new Random(1);
        int in = Size.INPUTS;
        for (int i = 0; i < size.depth(); i++) {
            layers.add(Layer.of(size.batch(), in, size.width(), random));
            in = size.width();
        }
        layers.add(Layer.of(size.batch(), in, Size.CLASSES, random));
    }

    /** There is no loss. */
    @Override
    public double step(long number) {
        layers.forEach(Layer::forward);
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).weightGradient();
            if (i > 0) {
                layers.get(i).inputGradient();
            }
        }
        return Double.NaN;
    }
}
