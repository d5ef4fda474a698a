package gradientlab.engine;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Batches of random examples with random classes, the same ones for the same seed. */
final class Batches {

    static final int INPUTS = 6;
    static final int CLASSES = 3;

    private Batches() {}

    static DataSet random(int rows, long seed) {
        Random random = new Random(seed);
        float[][] x = new float[rows][INPUTS];
        INDArray y = Nd4j.zeros(rows, CLASSES);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < INPUTS; j++) {
                x[i][j] = random.nextFloat();
            }
            y.putScalar(i, random.nextInt(CLASSES), 1);
        }
        return new DataSet(Nd4j.createFromArray(x), y);
    }
}
