package gradientlab.diagnostics.probe;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One recurrent layer replayed step by step, from its parameters, in plain ND4J. */
interface RecurrentCell {

    /**
     * One gate over all steps.
     *
     * @param preActivations z, [b, units] per step
     * @param activations the gate, likewise
     */
    record Gate(String name, IActivation nonlinearity, List<INDArray> preActivations, List<INDArray> activations) {}

    /**
     * The next step forward.
     *
     * @param x the input, [b, inputs]
     * @param keep [b, 1], 0 for examples that mask the step; null where none does
     * @return h, [b, units]
     */
    INDArray forward(INDArray x, INDArray keep);

    /**
     * One step back, from the last to the first.
     *
     * @param step the step, in the order of {@link #forward}
     * @param total ∂L/∂h of the step: from above and from the step after
     * @return the part of ∂L/∂h of the step before that comes back through time
     */
    INDArray backward(int step, INDArray total);

    /** ∂L/∂c of the step before the one that went back last, past h; null where h is all that a step hands on. */
    INDArray carriedCell();

    /** Before another way back: forgets the last one. */
    void rewind();

    /** What stands for the layer's pre-activation. */
    List<INDArray> preActivations();

    /** ∂L/∂z of {@link #preActivations}, from the last step back; empty where z is only one of several. */
    List<INDArray> deltas();

    /** Empty for a layer without gates. */
    List<Gate> gates();
}
