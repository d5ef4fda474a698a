package gradientlab.diagnostics.probe;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What passed through a recurrent layer: input, output and mask on the way forward, the gradient on the way back. */
final class Passage {

    private final Formats formats;
    private INDArray input;
    private INDArray output;
    private INDArray mask;
    private INDArray arrivingMask;
    private INDArray epsilon;

    Passage(Formats formats) {
        this.formats = formats;
    }

    /** Copies what DL4J may overwrite. */
    void forward(INDArray in, INDArray out, INDArray maskArray) {
        input = in.dup();
        output = out.dup();
        mask = maskArray == null ? null : maskArray.dup();
    }

    void arrivingMask(INDArray maskArray) {
        arrivingMask = maskArray;
    }

    void backward(INDArray arriving) {
        epsilon = arriving.dup();
    }

    /** Null before the forward pass. */
    INDArray input() {
        return input;
    }

    INDArray output() {
        return output;
    }

    /** [b, t], by which the layer multiplies its state; null where it does not. */
    INDArray mask() {
        return mask;
    }

    /** [b, t], the steps that count, also where the layer runs through all; null where every step counts. */
    INDArray counted() {
        boolean fits = arrivingMask != null
                && arrivingMask.rank() == 2
                && arrivingMask.size(0) == input.size(0)
                && arrivingMask.size(1) == formats.channelsFirst(input).size(2);
        return mask != null || !fits ? mask : arrivingMask;
    }

    /** Null where no gradient arrives. */
    INDArray epsilon() {
        return epsilon;
    }

    void clear() {
        input = null;
        output = null;
        mask = null;
        arrivingMask = null;
        epsilon = null;
    }
}
