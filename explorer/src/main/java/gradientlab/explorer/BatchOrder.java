package gradientlab.explorer;

import gradientlab.mnist.ImageIterator;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Which batches the networks of a training get, the same ones each.
 *
 * @param data where they are from
 * @param seed decides the order of the examples
 * @param epoch after how many a new order begins
 */
record BatchOrder(Data data, long seed, EpochLength epoch) {

    /** In the order of the first network's own seed. */
    static BatchOrder of(ExploredNet first, int steps, Data data) {
        long seed = first.spec().seed();
        int most = data.batches(first, seed).batchesPerEpoch();
        return new BatchOrder(data, seed, EpochLength.of(steps, most));
    }

    /** From the first one on, as a network sees them. */
    ImageIterator batches(ExploredNet net) {
        return data.batches(net, seed).cappedAt(epoch.batches());
    }

    /** The next batch, of the next epoch where one has ended. */
    static DataSet next(ImageIterator batches) {
        if (!batches.hasNext()) {
            batches.reset();
        }
        return batches.next();
    }
}
