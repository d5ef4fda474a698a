package gradientlab.mnist;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Iterator over labelled images, for DL4J's {@code fit} and {@code evaluate}.
 *
 * <p>A batch has features [b, pixels] and one-hot labels [b, classes], both float32 in 'c' order, on no workspace and
 * never used again by the iterator, unless it was asked for {@link #overwriting()}. b is the batch size, except in the last
 * batch of an epoch where the size does not divide the set.
 *
 * <p>{@link #reset()} moves on to the next epoch, and does nothing before the first batch of an epoch is taken. As
 * {@code MultiLayerNetwork.fit(iterator, epochs)} resets only an iterator that is at its end, its epoch e has order e.
 * {@code evaluate} on the same iterator uses up an epoch: give it one of its own.
 *
 * <p>For one thread: an iterator must not be shared between threads, the images may be. Not for serialisation, though
 * DL4J's interface says so.
 */
public final class ImageIterator implements DataSetIterator {
    private final LabelledImages images;
    private final int batchSize;
    private final int examplesPerEpoch;
    private final IntFunction<int[]> orderOfEpoch;
    private final boolean overwrites;

    private BatchArrays arrays;
    private DataSetPreProcessor preProcessor;
    private int epoch;
    private int position;
    private int[] order;

    private ImageIterator(
            LabelledImages images,
            int batchSize,
            int examplesPerEpoch,
            IntFunction<int[]> orderOfEpoch,
            boolean overwrites) {
        this.images = images;
        this.batchSize = batchSize;
        this.examplesPerEpoch = examplesPerEpoch;
        this.orderOfEpoch = orderOfEpoch;
        this.overwrites = overwrites;
        this.order = orderOfEpoch.apply(0);
    }

    /**
     * An iterator for training: each epoch has an order of its own, a pure function of seed and epoch.
     *
     * @throws IllegalArgumentException if batchSize is below 1 or above the number of images
     */
    public static ImageIterator shuffled(LabelledImages images, int batchSize, long seed) {
        return of(images, batchSize, epoch -> Shuffle.permutation(images.size(), seed, epoch));
    }

    /**
     * An iterator for testing: every epoch has the order of the file.
     *
     * @throws IllegalArgumentException if batchSize is below 1 or above the number of images
     */
    public static ImageIterator inOrder(LabelledImages images, int batchSize) {
        int[] fileOrder = IntStream.range(0, images.size()).toArray();
        return of(images, batchSize, epoch -> fileOrder);
    }

    private static ImageIterator of(LabelledImages images, int batchSize, IntFunction<int[]> orderOfEpoch) {
        if (batchSize < 1 || batchSize > images.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "batchSize must be 1 to %d, the number of images, but is %d",
                    images.size(),
                    batchSize));
        }
        return new ImageIterator(images, batchSize, images.size(), orderOfEpoch, false);
    }

    /**
     * A new iterator, at the start of epoch 0, that ends each epoch after a number of batches at the latest.
     *
     * <p>Its epochs are the beginnings of this one's: shuffled, they take different examples each.
     *
     * @throws IllegalArgumentException if batchesPerEpoch is below 1
     */
    public ImageIterator cappedAt(int batchesPerEpoch) {
        if (batchesPerEpoch < 1) {
            throw new IllegalArgumentException("batchesPerEpoch must be at least 1, but is " + batchesPerEpoch);
        }
        int cap = (int) Math.min(examplesPerEpoch, (long) batchesPerEpoch * batchSize);
        return with(cap, overwrites);
    }

    /**
     * A new iterator, at the start of epoch 0, whose next batch is written over the one before: for who is done with a batch
     * when taking the next, and keeps no array of it.
     */
    public ImageIterator overwriting() {
        return with(examplesPerEpoch, true);
    }

    private ImageIterator with(int examples, boolean overwriting) {
        ImageIterator other = new ImageIterator(images, batchSize, examples, orderOfEpoch, overwriting);
        other.setPreProcessor(preProcessor);
        return other;
    }

    /** How many batches an epoch has, a smaller last one included. */
    public int batchesPerEpoch() {
        return (examplesPerEpoch - 1) / batchSize + 1;
    }

    /** The number of the current epoch, from 0; it stays so after the epoch's last batch, until {@link #reset()}. */
    public int epoch() {
        return epoch;
    }

    @Override
    public boolean hasNext() {
        return position < examplesPerEpoch;
    }

    @Override
    public DataSet next() {
        return next(batchSize);
    }

    /**
     * The next examples, fewer than asked for where the epoch ends.
     *
     * @throws NoSuchElementException if the epoch is over
     * @throws IllegalArgumentException if num is below 1
     */
    @Override
    public DataSet next(int num) {
        if (num < 1) {
            throw new IllegalArgumentException("num must be at least 1, but is " + num);
        }
        if (!hasNext()) {
            throw new NoSuchElementException(String.format(
                    Locale.ROOT,
                    "epoch %d is over after its %d examples: reset() begins the next one",
                    epoch,
                    examplesPerEpoch));
        }
        int end = position + Math.min(num, examplesPerEpoch - position);
        DataSet batch = arrays(end - position).batch(images, order, position);
        position = end;
        if (preProcessor != null) {
            preProcessor.preProcess(batch);
        }
        return batch;
    }

    private BatchArrays arrays(int examples) {
        if (!overwrites) {
            return new BatchArrays(examples, images.pixels());
        }
        if (arrays == null || arrays.examples() != examples) {
            arrays = new BatchArrays(examples, images.pixels());
        }
        return arrays;
    }

    @Override
    public void reset() {
        if (position > 0) {
            epoch++;
            position = 0;
            order = orderOfEpoch.apply(epoch);
        }
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    /** False: a batch is a copy within memory, for which handing it from thread to thread costs more than it hides. */
    @Override
    public boolean asyncSupported() {
        return false;
    }

    @Override
    public int batch() {
        return batchSize;
    }

    @Override
    public int inputColumns() {
        return images.pixels();
    }

    @Override
    public int totalOutcomes() {
        return images.classes();
    }

    /** The classes' names: "0" to "9". */
    @Override
    public List<String> getLabels() {
        return IntStream.range(0, images.classes()).mapToObj(String::valueOf).toList();
    }

    @Override
    public void setPreProcessor(DataSetPreProcessor preProcessor) {
        this.preProcessor = preProcessor;
    }

    @Override
    public DataSetPreProcessor getPreProcessor() {
        return preProcessor;
    }
}
