package gradientlab.lab.run;

import gradientlab.mnist.ImageIterator;
import java.util.Iterator;
import org.nd4j.linalg.dataset.DataSet;

/**
 * One batch after the other, epoch by epoch without an end.
 *
 * @param batches the epochs, from where they are
 */
record EveryBatch(ImageIterator batches) implements Iterator<DataSet> {

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public DataSet next() {
        if (!batches.hasNext()) {
            batches.reset();
        }
        return batches.next();
    }
}
