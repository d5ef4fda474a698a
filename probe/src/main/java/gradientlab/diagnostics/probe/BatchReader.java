package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.facts.BatchData;
import gradientlab.diagnostics.facts.InputKind;
import gradientlab.diagnostics.remedy.Batch;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads a batch as plain rows.
 *
 * @param embedded for each input, whether an embedding reads it
 * @param channelsLast whether rank 4 means [b, h, w, c]
 */
record BatchReader(List<Boolean> embedded, boolean channelsLast) {

    BatchData read(Batch batch) {
        List<BatchData.Input> inputs = new ArrayList<>();
        for (int i = 0; i < batch.features().length; i++) {
            inputs.add(input(batch.features()[i], mask(batch.featureMasks(), i), embedded.get(i)));
        }
        List<BatchData.Target> targets = new ArrayList<>();
        for (int i = 0; i < batch.labels().length; i++) {
            targets.add(target(batch.labels()[i], mask(batch.labelMasks(), i)));
        }
        return new BatchData(batch.size(), inputs, targets);
    }

    private BatchData.Input input(INDArray array, INDArray mask, boolean embedding) {
        Matrix examples = examples(array);
        if (embedding) {
            Matrix rows = new Matrix(examples.values().length, 1, examples.values());
            return new BatchData.Input(InputKind.INDICES, examples, rows, mask != null);
        }
        InputKind kind = switch (array.rank()) {
            case 3 -> InputKind.SEQUENCE;
            case 4 -> InputKind.CHANNELS;
            default -> InputKind.TABLE;
        };
        return new BatchData.Input(kind, examples, places(array, examples, mask).rows(), mask != null);
    }

    private BatchData.Target target(INDArray array, INDArray mask) {
        Matrix examples = examples(array);
        Places places = places(array, examples, mask);
        boolean unclear = mask != null && !places.fits(mask);
        return new BatchData.Target(examples, places.rows(), places.kept(), unclear ? -1 : places.masked());
    }

    private Places places(INDArray array, Matrix examples, INDArray mask) {
        boolean last = channelsLast && array.rank() == 4;
        int units = array.rank() == 3 || array.rank() == 4
                ? Math.toIntExact(array.size(last ? array.rank() - 1 : 1))
                : examples.columns();
        Places all = new Places(examples, units, last, null);
        return mask != null && all.fits(mask) ? new Places(examples, units, last, HostArrays.read(mask, 'c')) : all;
    }

    private static Matrix examples(INDArray array) {
        int rows = Math.toIntExact(array.size(0));
        float[] values = HostArrays.read(array, 'c');
        return rows == 0 ? Matrix.EMPTY : new Matrix(rows, values.length / rows, values);
    }

    private static INDArray mask(INDArray[] masks, int i) {
        return masks == null ? null : masks[i];
    }
}
