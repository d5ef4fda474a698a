package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.TimeProfile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One direction of a recurrent layer, run again outside the network so that every step can be looked at.
 *
 * <p>Backwards it takes the derivative of what runs forward: a masked step passes nothing on. DL4J's LSTM leaves the mask
 * out of its own backward pass and so differs at steps that come after a masked one (padding at the beginning).
 */
final class Replay {

    private final RecurrentCell cell;
    private final Steps steps;
    private final List<INDArray> outputs = new ArrayList<>();
    private List<INDArray> totals = List.of();
    private TimeProfile time = TimeProfile.NONE;

    /**
     * Runs forward.
     *
     * @param input [b, inputs, t]
     * @param mask [b, t], by which the state is multiplied, or null
     * @param counted [b, t], the steps that count, or null
     */
    Replay(RecurrentCell cell, INDArray input, INDArray mask, INDArray counted, boolean backward) {
        this.cell = cell;
        int count = Math.toIntExact(input.size(2));
        this.steps = new Steps(Math.toIntExact(input.size(0)), count, backward, MaskedRows.masked(counted));
        for (int step = 0; step < count; step++) {
            INDArray keep =
                    mask == null ? null : mask.getColumn(steps.time(step), true).castTo(input.dataType());
            outputs.add(cell.forward(at(input, steps.time(step)), keep));
        }
    }

    /** Runs back; epsilon [b, units, t] is what arrives from above. */
    void back(INDArray epsilon) {
        Deque<INDArray> alone = new ArrayDeque<>();
        back(step -> steps.onlyLast(at(epsilon, steps.time(step)), step), new ArrayDeque<>(), alone);
        Deque<INDArray> outer = new ArrayDeque<>();
        Deque<INDArray> states = new ArrayDeque<>();
        back(step -> at(epsilon, steps.time(step)), outer, states);
        totals = List.copyOf(outer);
        time = new TimeProfile(steps.norms(List.copyOf(states)), steps.fromLast(List.copyOf(alone)));
    }

    /**
     * @param arriving what arrives from above at a step, to be changed
     * @param outer filled with ∂L/∂h
     * @param states filled with ∂L/∂(h, c) side by side, where there is a cell; otherwise with ∂L/∂h
     */
    private void back(IntFunction<INDArray> arriving, Deque<INDArray> outer, Deque<INDArray> states) {
        cell.rewind();
        INDArray through = null;
        for (int step = outputs.size() - 1; step >= 0; step--) {
            INDArray total = arriving.apply(step);
            if (through != null) {
                total.addi(through);
            }
            INDArray carried = cell.carriedCell();
            outer.addFirst(total);
            states.addFirst(carried == null ? total : Nd4j.concat(1, total, carried));
            through = cell.backward(step, total);
        }
    }

    RecurrentCell cell() {
        return cell;
    }

    Steps steps() {
        return steps;
    }

    /** h of every step, [b, units], in the order in which they are taken. */
    List<INDArray> outputs() {
        return outputs;
    }

    /** h, [b, units, t] as in the sequence. */
    INDArray output() {
        INDArray output = Nd4j.create(
                outputs.get(0).dataType(),
                outputs.get(0).size(0),
                outputs.get(0).size(1),
                outputs.size());
        for (int step = 0; step < outputs.size(); step++) {
            output.put(index(steps.time(step)), outputs.get(step));
        }
        return output;
    }

    /** ∂L/∂h, summed over the batch; empty before {@link #back}. */
    List<INDArray> totals() {
        return totals;
    }

    /** {@link TimeProfile#NONE} before {@link #back}. */
    TimeProfile time() {
        return time;
    }

    private static INDArray at(INDArray sequence, int time) {
        return sequence.get(index(time)).dup();
    }

    private static INDArrayIndex[] index(int time) {
        return new INDArrayIndex[] {NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(time)};
    }
}
