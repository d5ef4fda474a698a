package gradientlab.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.factory.Nd4j;

class ImageIteratorTest {
    private static final int SIZE = 23;

    /** One pixel per image, which holds the image's index; the label is the index modulo 10. */
    private final LabelledImages numbered = LabelledImages.of(
            1,
            1,
            Nd4j.arange(SIZE).toFloatVector(),
            IntStream.range(0, SIZE).map(i -> i % 10).toArray());

    private static List<Integer> indices(DataSet batch) {
        List<Integer> indices = new ArrayList<>();
        for (int row = 0; row < batch.numExamples(); row++) {
            int index = (int) batch.getFeatures().getFloat(row, 0);
            assertThat(batch.getLabels().getFloat(row, index % 10)).isEqualTo(1f);
            assertThat(batch.getLabels().getRow(row).sumNumber().intValue()).isEqualTo(1);
            indices.add(index);
        }
        return indices;
    }

    private static List<Integer> epoch(ImageIterator iterator) {
        List<Integer> indices = new ArrayList<>();
        iterator.forEachRemaining(batch -> indices.addAll(indices(batch)));
        return indices;
    }

    private static List<Integer> permutation(long seed, int epoch) {
        return IntStream.of(Shuffle.permutation(SIZE, seed, epoch)).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 23", "5, 5", "22, 2", "23, 1"})
    void everyExampleComesExactlyOncePerEpoch(int batchSize, int batches) {
        ImageIterator iterator = ImageIterator.shuffled(numbered, batchSize, 42);
        assertThat(iterator.batchesPerEpoch()).isEqualTo(batches);
        for (int epoch = 0; epoch < 3; epoch++) {
            int count = 0;
            List<Integer> indices = new ArrayList<>();
            while (iterator.hasNext()) {
                indices.addAll(indices(iterator.next()));
                count++;
            }
            assertThat(count).isEqualTo(batches);
            assertThat(indices)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, SIZE).boxed().toList());
            iterator.reset();
        }
    }

    @Test
    void theLastBatchOfAnEpochHasWhatIsLeft() {
        ImageIterator iterator = ImageIterator.inOrder(numbered, 5);
        iterator.next(20);
        DataSet last = iterator.next();
        assertThat(last.getFeatures().shape()).containsExactly(3, 1);
        assertThat(last.getLabels().shape()).containsExactly(3, 10);
        assertThat(indices(last)).containsExactly(20, 21, 22);
    }

    @Test
    void batchesWrittenOverEachOtherHoldWhatNewOnesHold() {
        ImageIterator fresh = ImageIterator.shuffled(numbered, 5, 42).cappedAt(4);
        ImageIterator overwriting =
                ImageIterator.shuffled(numbered, 5, 42).cappedAt(4).overwriting();
        for (int epoch = 0; epoch < 2; epoch++) {
            assertThat(epoch(overwriting)).hasSize(20).isEqualTo(epoch(fresh));
            overwriting.reset();
            fresh.reset();
        }
        overwriting.reset();
        INDArray features = overwriting.next().getFeatures();
        assertThat(overwriting.next().getFeatures()).isSameAs(features);
        assertThat(fresh.next().getFeatures()).isNotSameAs(fresh.next().getFeatures());
    }

    @Test
    void batchesAreThoseOfASlowReference() {
        LabelledImages images = LabelledImagesTest.random(50, 4, 5);
        ImageIterator iterator = ImageIterator.shuffled(images, 8, 3);
        for (int epoch = 0; epoch < 2; epoch++) {
            int[] order = Shuffle.permutation(50, 3, epoch);
            for (int from = 0; from < 50; from += 8) {
                DataSet batch = iterator.next();
                for (int row = 0; row < batch.numExamples(); row++) {
                    DataSet alone = images.range(order[from + row], order[from + row] + 1);
                    assertThat(batch.getFeatures().getRow(row).toFloatVector())
                            .isEqualTo(alone.getFeatures().toFloatVector());
                    assertThat(batch.getLabels().getRow(row).toFloatVector())
                            .isEqualTo(alone.getLabels().toFloatVector());
                }
            }
            assertThat(iterator.hasNext()).isFalse();
            iterator.reset();
        }
    }

    @Test
    void oneSeedGivesOneSequenceOfEpochs() {
        ImageIterator one = ImageIterator.shuffled(numbered, 4, 42);
        ImageIterator other = ImageIterator.shuffled(numbered, 4, 42);
        for (int e = 0; e < 3; e++) {
            assertThat(epoch(one)).isEqualTo(epoch(other)).isEqualTo(permutation(42, e));
            one.reset();
            other.reset();
        }
    }

    @Test
    void otherSeedsAndEpochsGiveOtherOrders() {
        ImageIterator iterator = ImageIterator.shuffled(numbered, 4, 42);
        List<Integer> first = epoch(iterator);
        iterator.reset();
        assertThat(epoch(iterator)).isNotEqualTo(first);
        assertThat(epoch(ImageIterator.shuffled(numbered, 4, 43))).isNotEqualTo(first);
    }

    @Test
    void theOrderDoesNotDependOnTheBatchSize() {
        assertThat(epoch(ImageIterator.shuffled(numbered, 4, 42)))
                .isEqualTo(epoch(ImageIterator.shuffled(numbered, 23, 42)));
    }

    @Test
    void resetsWithNothingTakenSkipNoEpoch() {
        ImageIterator iterator = ImageIterator.shuffled(numbered, 4, 42);
        iterator.reset();
        iterator.reset();
        assertThat(iterator.epoch()).isZero();
        assertThat(epoch(iterator)).isEqualTo(permutation(42, 0));
        iterator.reset();
        iterator.reset();
        assertThat(iterator.epoch()).isEqualTo(1);
        assertThat(epoch(iterator)).isEqualTo(permutation(42, 1));
    }

    @Test
    void aResetInMidEpochBeginsTheNextOne() {
        ImageIterator iterator = ImageIterator.shuffled(numbered, 4, 42);
        iterator.next();
        iterator.reset();
        assertThat(epoch(iterator)).isEqualTo(permutation(42, 1));
    }

    @Test
    void testImagesAreNeverShuffled() {
        ImageIterator iterator = ImageIterator.inOrder(numbered, 4);
        List<Integer> fileOrder = IntStream.range(0, SIZE).boxed().toList();
        assertThat(epoch(iterator)).isEqualTo(fileOrder);
        iterator.reset();
        assertThat(epoch(iterator)).isEqualTo(fileOrder);
    }

    @Test
    void aCappedEpochIsTheBeginningOfTheWholeOne() {
        ImageIterator capped = ImageIterator.shuffled(numbered, 4, 42).cappedAt(3);
        assertThat(capped.batchesPerEpoch()).isEqualTo(3);
        assertThat(epoch(capped)).isEqualTo(permutation(42, 0).subList(0, 12));
        capped.reset();
        assertThat(epoch(capped)).isEqualTo(permutation(42, 1).subList(0, 12));
    }

    @Test
    void aCapBeyondTheEpochChangesNothing() {
        ImageIterator whole = ImageIterator.shuffled(numbered, 4, 42);
        assertThat(epoch(whole.cappedAt(Integer.MAX_VALUE))).isEqualTo(epoch(whole));
        assertThat(whole.cappedAt(2).cappedAt(9).batchesPerEpoch()).isEqualTo(2);
    }

    @Test
    void cappingLeavesTheOriginalAloneAndBeginsAtEpochZero() {
        ImageIterator whole = ImageIterator.shuffled(numbered, 4, 42);
        epoch(whole);
        whole.reset();
        whole.next();
        ImageIterator capped = whole.cappedAt(1);
        assertThat(epoch(capped)).isEqualTo(permutation(42, 0).subList(0, 4));
        assertThat(epoch(whole)).isEqualTo(permutation(42, 1).subList(4, SIZE));
    }

    @Test
    void nextOfANumberTakesSoManyOrWhatIsLeft() {
        ImageIterator iterator = ImageIterator.inOrder(numbered, 4);
        assertThat(indices(iterator.next(7))).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(indices(iterator.next())).containsExactly(7, 8, 9, 10);
        assertThat(iterator.next(Integer.MAX_VALUE).numExamples()).isEqualTo(12);
        assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void batchesStayAsTheyWereWhenTheNextIsTaken() {
        ImageIterator iterator = ImageIterator.inOrder(numbered, 4);
        DataSet first = iterator.next();
        iterator.next();
        assertThat(indices(first)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void writingIntoABatchLeavesTheImagesAlone() {
        Supplier<DataSet> first = () -> ImageIterator.inOrder(numbered, 4).next();
        first.get().getFeatures().addi(100);
        assertThat(indices(first.get())).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aPreProcessorSeesEveryBatch() {
        ImageIterator iterator = ImageIterator.inOrder(numbered, 20);
        DataSetPreProcessor negate = batch -> batch.getFeatures().negi();
        iterator.setPreProcessor(negate);
        assertThat(iterator.getPreProcessor()).isSameAs(negate);
        assertThat(iterator.next().getFeatures().getFloat(3, 0)).isEqualTo(-3f);
        assertThat(iterator.next(2).getFeatures().getFloat(1, 0)).isEqualTo(-21f);
        assertThat(iterator.cappedAt(1).next().getFeatures().getFloat(3, 0)).isEqualTo(-3f);
    }

    @Test
    void theIteratorDescribesItself() {
        ImageIterator iterator = ImageIterator.shuffled(LabelledImagesTest.random(9, 2, 3), 4, 1);
        assertThat(iterator.batch()).isEqualTo(4);
        assertThat(iterator.inputColumns()).isEqualTo(6);
        assertThat(iterator.totalOutcomes()).isEqualTo(10);
        assertThat(iterator.getLabels()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(iterator.resetSupported()).isTrue();
        assertThat(iterator.asyncSupported()).isFalse();
    }

    @Test
    void aBatchAfterTheLastIsRefused() {
        ImageIterator iterator = ImageIterator.inOrder(numbered, 23);
        iterator.next();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(iterator::next)
                .withMessage("epoch 0 is over after its 23 examples: reset() begins the next one");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "24"})
    void batchSizesOutsideTheSetAreRefused(int batchSize) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageIterator.shuffled(numbered, batchSize, 1))
                .withMessage("batchSize must be 1 to 23, the number of images, but is " + batchSize);
        assertThatIllegalArgumentException().isThrownBy(() -> ImageIterator.inOrder(numbered, batchSize));
    }

    @Test
    void capsAndNumbersBelowOneAreRefused() {
        ImageIterator iterator = ImageIterator.inOrder(numbered, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> iterator.cappedAt(0))
                .withMessage("batchesPerEpoch must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> iterator.next(0))
                .withMessage("num must be at least 1, but is 0");
    }
}
