package gradientlab.diagnostics.probe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** h_t = f(x_t W + h_{t−1} RW + b); 0 for a masked step (Elman 1990, Finding structure in time). */
final class SimpleCell implements RecurrentCell {

    private final INDArray w;
    private final INDArray rw;
    private final INDArray b;
    private final IActivation f;
    private final List<INDArray> z = new ArrayList<>();
    private final List<INDArray> kept = new ArrayList<>();
    private final Deque<INDArray> deltas = new ArrayDeque<>();
    private INDArray h;

    SimpleCell(INDArray w, INDArray rw, INDArray b, IActivation f) {
        this.w = w;
        this.rw = rw;
        this.b = b.reshape(1, b.length());
        this.f = f;
    }

    @Override
    public INDArray forward(INDArray x, INDArray keep) {
        INDArray sum = x.mmul(w).addiRowVector(b);
        if (h != null) {
            sum.addi(h.mmul(rw));
        }
        z.add(sum);
        kept.add(keep);
        h = Steps.masked(f.getActivation(sum.dup(), true), keep);
        return h;
    }

    @Override
    public INDArray backward(int step, INDArray total) {
        INDArray delta = f.backprop(z.get(step).dup(), Steps.masked(total.dup(), kept.get(step)))
                .getFirst();
        deltas.addFirst(delta);
        return delta.mmul(rw.transpose());
    }

    @Override
    public INDArray carriedCell() {
        return null;
    }

    @Override
    public void rewind() {
        deltas.clear();
    }

    @Override
    public List<INDArray> preActivations() {
        return z;
    }

    @Override
    public List<INDArray> deltas() {
        return List.copyOf(deltas);
    }

    @Override
    public List<Gate> gates() {
        return List.of();
    }
}
