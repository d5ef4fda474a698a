package gradientlab.rulebenchmark.foreign;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.MultiDataSet;

/** The batches of a training, one after the other; which step asks makes no difference. */
final class Batches implements IntFunction<MultiDataSet> {

    private final ForeignTask task;
    private final Feeding feeding;
    private final int size;
    private final Random random;
    private int[] order;
    private int at;

    Batches(ForeignTask task, Setup setup, long seed) {
        this.task = task;
        this.feeding = setup.feeding;
        this.size = setup.batch;
        this.random = new Random(seed);
        this.order = order();
    }

    private int[] order() {
        return feeding == Feeding.BY_CLASS
                ? byClass(task.train())
                : shuffled(random, task.train().size());
    }

    @Override
    public MultiDataSet apply(int step) {
        if (at + size > order.length) {
            order = order();
            at = 0;
        }
        MultiDataSet batch = task.batch(task.train().taken(Arrays.copyOfRange(order, at, at + size)));
        at += feeding == Feeding.SAME_BATCH ? 0 : size;
        return batch;
    }

    static int[] shuffled(Random random, int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    private static int[] byClass(Examples rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> label(rows.targets()[i])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int label(float[] target) {
        int label = 0;
        for (int k = 0; k < target.length; k++) {
            label += target[k] > 0.5 ? k + 1 : 0;
        }
        return label;
    }
}
