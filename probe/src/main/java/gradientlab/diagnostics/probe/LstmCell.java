package gradientlab.diagnostics.probe;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * c_t = σ(z_f) c_{t−1} + σ(z_i) f(z_g), h_t = σ(z_o) f(c_t); both 0 for a masked step.
 *
 * <p>z = x_t W + h_{t−1} RW + b holds candidate g, forget gate f, output gate o and input gate i side by side, which is
 * DL4J's order. Graves' LSTM has three more columns of RW, peepholes from the cell: c_{t−1} to f, c_t to o, c_{t−1} to i
 * (Gers, Schraudolph and Schmidhuber 2002).
 */
final class LstmCell implements RecurrentCell {

    private static final int GATES = 4;

    private final INDArray w;
    private final INDArray rw;
    private final INDArray b;
    private final IActivation f;
    private final IActivation sigma;
    private final int units;
    private final INDArray[] peepholes = new INDArray[3];
    private final List<Step> steps = new ArrayList<>();
    private INDArray carriedCell;

    /** @param cell c before the mask */
    private record Step(
            INDArray[] z, INDArray[] a, INDArray before, INDArray cell, INDArray state, INDArray h, INDArray keep) {}

    LstmCell(INDArray w, INDArray rw, INDArray b, IActivation f, IActivation sigma) {
        this.w = w;
        this.units = Math.toIntExact(rw.size(0));
        this.rw = columns(rw, 0, GATES * units);
        this.b = b.reshape(1, b.length());
        this.f = f;
        this.sigma = sigma;
        for (int i = 0; i < peepholes.length && rw.size(1) > (long) GATES * units; i++) {
            peepholes[i] = rw.getColumn((long) GATES * units + i).dup().reshape(1, units);
        }
    }

    @Override
    public INDArray forward(INDArray x, INDArray keep) {
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        INDArray sums = x.mmul(w).addiRowVector(b);
        if (last != null) {
            sums.addi(last.h().mmul(rw));
        }
        INDArray before = last == null ? Nd4j.zeros(sums.dataType(), x.size(0), units) : last.state();
        INDArray[] z = new INDArray[GATES];
        for (int gate = 0; gate < GATES; gate++) {
            z[gate] = columns(sums, gate * units, (gate + 1) * units);
        }
        peep(z[1], before, 0);
        peep(z[3], before, 2);
        INDArray candidate = f.getActivation(z[0].dup(), true);
        INDArray forget = sigma.getActivation(z[1].dup(), true);
        INDArray input = sigma.getActivation(z[3].dup(), true);
        INDArray cell = forget.mul(before).addi(input.mul(candidate));
        peep(z[2], cell, 1);
        INDArray output = sigma.getActivation(z[2].dup(), true);
        INDArray h = Steps.masked(output.mul(f.getActivation(cell.dup(), true)), keep);
        INDArray[] a = {candidate, forget, output, input};
        steps.add(new Step(z, a, before, cell, Steps.masked(cell.dup(), keep), h, keep));
        return h;
    }

    @Override
    public INDArray backward(int at, INDArray total) {
        Step step = steps.get(at);
        INDArray dh = Steps.masked(total.dup(), step.keep());
        INDArray dOutput =
                slope(sigma, step.z()[2], dh.mul(f.getActivation(step.cell().dup(), true)));
        INDArray dCell = slope(f, step.cell(), dh.mul(step.a()[2]));
        if (carriedCell != null) {
            dCell.addi(Steps.masked(carriedCell, step.keep()));
        }
        through(dCell, dOutput, 1);
        INDArray dCandidate = slope(f, step.z()[0], dCell.mul(step.a()[3]));
        INDArray dForget = slope(sigma, step.z()[1], dCell.mul(step.before()));
        INDArray dInput = slope(sigma, step.z()[3], dCell.mul(step.a()[0]));
        carriedCell = dCell.mul(step.a()[1]);
        through(carriedCell, dForget, 0);
        through(carriedCell, dInput, 2);
        return Nd4j.concat(1, dCandidate, dForget, dOutput, dInput).mmul(rw.transpose());
    }

    @Override
    public INDArray carriedCell() {
        return carriedCell;
    }

    @Override
    public void rewind() {
        carriedCell = null;
    }

    @Override
    public List<INDArray> preActivations() {
        return steps.stream().map(step -> step.z()[0]).toList();
    }

    @Override
    public List<INDArray> deltas() {
        return List.of();
    }

    @Override
    public List<Gate> gates() {
        return List.of(
                gate("input", 3, sigma), gate("forget", 1, sigma), gate("output", 2, sigma), gate("candidate", 0, f));
    }

    private Gate gate(String name, int index, IActivation nonlinearity) {
        return new Gate(
                name,
                nonlinearity,
                steps.stream().map(step -> step.z()[index]).toList(),
                steps.stream().map(step -> step.a()[index]).toList());
    }

    private void peep(INDArray z, INDArray cell, int peephole) {
        if (peepholes[peephole] != null) {
            z.addi(cell.mulRowVector(peepholes[peephole]));
        }
    }

    private void through(INDArray gradient, INDArray delta, int peephole) {
        if (peepholes[peephole] != null) {
            gradient.addi(delta.mulRowVector(peepholes[peephole]));
        }
    }

    /** f'(z) · epsilon. */
    private static INDArray slope(IActivation function, INDArray z, INDArray epsilon) {
        return function.backprop(z.dup(), epsilon).getFirst();
    }

    private static INDArray columns(INDArray matrix, int from, int to) {
        return matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)).dup();
    }
}
