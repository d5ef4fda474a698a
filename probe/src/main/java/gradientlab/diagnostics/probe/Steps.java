package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The steps of one direction of a recurrent layer, in the order in which it takes them.
 *
 * @param examples examples of the batch
 * @param count steps of the sequence
 * @param backward whether the last step of the sequence comes first
 * @param masked per example and step of the sequence, whether it does not count; empty where all do
 */
record Steps(int examples, int count, boolean backward, boolean[] masked) {

    /** Sets examples that mask the step to 0, in place. */
    static INDArray masked(INDArray step, INDArray keep) {
        return keep == null ? step : step.muliColumnVector(keep);
    }

    /** Where a step lies in the sequence. */
    int time(int step) {
        return backward ? count - 1 - step : step;
    }

    /**
     * (Examples · steps that are not masked) × units, example by example; {@link Matrix#EMPTY} without steps.
     *
     * @param steps [b, units] each
     * @param divisor of every value
     */
    Matrix matrix(List<INDArray> steps, int divisor) {
        if (steps.isEmpty()) {
            return Matrix.EMPTY;
        }
        int units = Math.toIntExact(steps.get(0).size(1));
        float[] values = new float[examples * count * units];
        for (int step = 0; step < count; step++) {
            float[] read = HostArrays.divide(HostArrays.read(steps.get(step), 'c'), divisor);
            for (int example = 0; example < examples; example++) {
                int row = example * count + time(step);
                System.arraycopy(read, example * units, values, row * units, units);
            }
        }
        return MaskedRows.unmasked(new Matrix(examples * count, units, values), masked);
    }

    /** Sets examples whose last step is another one to 0, in place. */
    INDArray onlyLast(INDArray values, int step) {
        float[] ends = new float[examples];
        for (int example = 0; example < examples; example++) {
            ends[example] = last(example) == step ? 1 : 0;
        }
        return masked(values, Nd4j.createFromArray(ends).reshape(examples, 1).castTo(values.dataType()));
    }

    /** Norm at every step, over the examples that have it, of sums over the batch; NaN where none has. */
    List<Double> norms(List<INDArray> steps) {
        Norms norms = new Norms(count);
        for (int step = 0; step < steps.size(); step++) {
            float[] values = HostArrays.read(steps.get(step), 'c');
            for (int example = 0; example < examples; example++) {
                if (has(example, step)) {
                    norms.add(step, values, example);
                }
            }
        }
        return norms.list();
    }

    /** Norm at the last step of every example, one step before, two before …, as far as its steps go without a gap. */
    List<Double> fromLast(List<INDArray> steps) {
        Norms norms = new Norms(count);
        List<float[]> values =
                steps.stream().map(step -> HostArrays.read(step, 'c')).toList();
        int longest = 0;
        for (int example = 0; example < examples; example++) {
            int last = last(example);
            for (int step = last; step >= 0 && has(example, step); step--) {
                norms.add(last - step, values.get(step), example);
                longest = Math.max(longest, last - step + 1);
            }
        }
        return norms.list().subList(0, longest);
    }

    /** −1 for an example that masks all. */
    private int last(int example) {
        int step = count - 1;
        while (step >= 0 && !has(example, step)) {
            step--;
        }
        return step;
    }

    private boolean has(int example, int step) {
        return masked.length == 0 || !masked[example * count + time(step)];
    }

    /** √(Σδ² / n) per place, δ being the gradient of the batch's mean loss. */
    private final class Norms {

        private final double[] squares;
        private final int[] counted;

        Norms(int places) {
            squares = new double[places];
            counted = new int[places];
        }

        void add(int place, float[] step, int example) {
            int width = step.length / examples;
            counted[place]++;
            for (int i = example * width; i < (example + 1) * width; i++) {
                double delta = step[i] / (double) examples;
                squares[place] += delta * delta;
            }
        }

        /** 0 / 0 is NaN. */
        List<Double> list() {
            List<Double> norms = new ArrayList<>();
            for (int place = 0; place < squares.length; place++) {
                norms.add(Math.sqrt(squares[place] / counted[place]));
            }
            return norms;
        }
    }
}
