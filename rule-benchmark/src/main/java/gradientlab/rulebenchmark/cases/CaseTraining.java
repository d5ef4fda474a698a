package gradientlab.rulebenchmark.cases;

import gradientlab.lab.run.Interruption;
import gradientlab.mnist.MnistDataset;
import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The training of one program with one seed: its network, and its batches in the order of the seed. */
final class CaseTraining {

    private final CaseData data;
    private final double[] shape;
    private final boolean masked;
    private final int size;
    private final Random random;
    private final boolean sorted;
    private int[] order;
    private int at;

    CaseTraining(Spec program, CaseData data, long seed) {
        this.data = data;
        this.shape = program.child("net").numbers("input");
        this.masked = program.child("data").flag("mask");
        this.size = Math.min(program.whole("batch"), data.size());
        this.random = new Random(seed);
        this.sorted = program.child("data").flag("sorted");
        this.order = order();
    }

    /** @throws Interruption.Interrupted if asked to stop */
    static CaseRun of(Spec program, MnistDataset mnist, long seed, Interruption interruption) {
        CaseData data = CaseData.of(program, mnist);
        Model network = CaseNet.of(program, seed);
        Trainee trainee = Trainee.of(network);
        CaseTraining training = new CaseTraining(program, data, seed);
        Spec spec = program.child("data");
        WatchedTraining.Plan plan = new WatchedTraining.Plan(
                program.whole("steps"),
                program.child("optimizer").number("lr", 1),
                step -> training.next(),
                training.arrays(data.testX(), data.testY()),
                program.flag("heldOutTold"),
                output -> Metric.of(spec, data, output),
                Metric.baseline(spec, data));
        if (program.has("clipping")) {
            trainee.listen(new GlobalClipping(program.child("clipping").number("norm")));
        }
        return WatchedTraining.of(trainee, plan, interruption);
    }

    MultiDataSet next() {
        if (at + size > data.size()) {
            order = order();
            at = 0;
        }
        at += size;
        return batch(Arrays.copyOfRange(order, at - size, at));
    }

    /** The rows in a new order; where the case sorts them, target by target. */
    private int[] order() {
        return Arrays.stream(Recipes.shuffle(random, data.size()))
                .boxed()
                .sorted((a, b) -> sorted ? Arrays.compare(data.y()[a], data.y()[b]) : 0)
                .mapToInt(row -> row)
                .toArray();
    }

    private MultiDataSet batch(int[] rows) {
        float[][] x = new float[rows.length][];
        float[][] y = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            x[i] = data.x()[rows[i]];
            y[i] = data.y()[rows[i]].clone();
        }
        if (data.meanOfBatch()) {
            for (int k = 0; k < y[0].length; k++) {
                float sum = 0;
                for (float[] row : y) {
                    sum += row[k];
                }
                for (float[] row : y) {
                    row[k] = sum / y.length;
                }
            }
        }
        return arrays(x, y);
    }

    /** Rows as the network takes them; of sequences that are padded, with the mask of the steps that are there. */
    private MultiDataSet arrays(float[][] x, float[][] y) {
        INDArray features = Nd4j.create(x);
        INDArray mask = masked ? Nd4j.create(SequenceRecipe.mask(x, (int) shape[0])) : null;
        if (shape.length == 2) {
            features = features.reshape('c', x.length, (long) shape[0], (long) shape[1]);
        }
        return new MultiDataSet(
                new INDArray[] {features}, new INDArray[] {Nd4j.create(y)}, new INDArray[] {mask}, null);
    }
}
