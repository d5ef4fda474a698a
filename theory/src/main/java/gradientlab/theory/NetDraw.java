package gradientlab.theory;

import gradientlab.activations.ActivationFunction;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Of a fresh net all that mean field theory asks for.
 *
 * @param inputs the number of inputs
 * @param meanSquareInput E[x²] over the inputs and the batch
 * @param batch the number of examples
 * @param layers the hidden layers, from the input on
 * @param activation the nonlinearity of all of them
 * @param norm their normalisation
 * @param branchScale s of a residual net zₖ = zₖ₋₁ + s·(W f(n(zₖ₋₁)) + b), k from 2 on; empty for a net without skips
 */
public record NetDraw(
        int inputs,
        double meanSquareInput,
        int batch,
        List<LayerDraw> layers,
        ActivationFunction activation,
        Norm norm,
        OptionalDouble branchScale) {

    /** @throws IllegalArgumentException naming the component, the rule and the value */
    public NetDraw {
        layers = List.copyOf(layers);
        require(inputs >= 1, "inputs", "at least 1", inputs);
        require(meanSquareInput >= 0, "meanSquareInput", "0 or above", meanSquareInput);
        require(batch >= 1, "batch", "at least 1", batch);
        require(!layers.isEmpty(), "layers", "at least one", layers);
        boolean afterInResidual = branchScale.isPresent() && norm.afterNonlinearity();
        require(!afterInResidual, "norm", "before the nonlinearity in a residual net", norm);
    }

    private static void require(boolean holds, String name, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("NetDraw." + name + " must be " + rule + ", not " + value);
        }
    }

    /**
     * Whether units differ from the draw on. Where all weights of a layer are one constant, units are copies of each other
     * and the theory, which takes them for independent, says nothing; behind a skip they may be 0.
     */
    boolean unitsDiffer() {
        List<LayerDraw> drawn = branchScale.isPresent() ? layers.subList(0, 1) : layers;
        return drawn.stream().noneMatch(layer -> layer.weightStd() == 0);
    }

    /** Whether an example goes through the net as it would without the others of its batch. */
    boolean examplesAreApart() {
        return norm.kind() != Norm.Kind.EXAMPLES && layers.stream().noneMatch(LayerDraw::scaledOnData);
    }

    NetDraw withMeanSquareInput(double other) {
        return new NetDraw(inputs, other, batch, layers, activation, norm, branchScale);
    }

    int fanIn(int layer) {
        return layer == 0 ? inputs : layers.get(layer - 1).units();
    }

    /** How many values one mean of the normalisation is taken over in a layer. */
    int normalisedOver(int layer) {
        return norm.count(layers.get(layer).units(), batch);
    }
}
