package gradientlab.explorer;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.session.UnitMap;
import java.util.NoSuchElementException;

/** One layer of a fresh network, value by value. */
final class Inside {

    private static final String WEIGHTS = "W";

    private final FreshNet fresh;
    private final int layer;

    /**
     * @param layer counted from 1; the one after the hidden layers is the output layer
     * @throws NoSuchElementException with a sentence if there is none
     */
    Inside(FreshNet fresh, int layer) {
        int depth = fresh.asked().depth();
        if (layer < 1 || layer > depth + 1) {
            throw new NoSuchElementException("The net has the hidden layers 1 to " + depth + " and the output layer "
                    + (depth + 1) + ", but no layer " + layer + ".");
        }
        this.fresh = fresh;
        this.layer = layer;
    }

    private boolean isOutput() {
        return layer > fresh.asked().depth();
    }

    /** Throws {@link NoSuchElementException} for a layer of which it cannot be told. */
    UnitMap units() {
        if (isOutput()) {
            throw new NoSuchElementException(
                    "The output layer has no map of its units: softmax does not saturate one by one.");
        }
        return UnitMap.of(fresh.look().capture().layer(JoinedLayers.nonlinearity(fresh.asked(), layer)));
    }

    Distribution histogram(String quantity) {
        LayerSnapshot affine = snapshot(isOutput() ? JoinedLayers.OUTPUT : JoinedLayers.affine(layer));
        LayerSnapshot nonlinearity = isOutput() ? affine : snapshot(JoinedLayers.nonlinearity(fresh.asked(), layer));
        return switch (quantity) {
            case "z" -> isOutput() ? affine.preActivation() : affine.activation();
            case "a" -> nonlinearity.activation();
            case "delta" -> nonlinearity.delta();
            case "gradient" -> weights(affine).gradient();
            case "weights" -> weights(affine).values();
            default ->
                throw new NoSuchElementException(
                        "The quantity must be z, a, delta, gradient or weights, not \"" + quantity + "\".");
        };
    }

    private static ParameterSnapshot weights(LayerSnapshot affine) {
        return affine.parameters().stream()
                .filter(parameter -> parameter.name().equals(WEIGHTS))
                .findFirst()
                .orElseThrow();
    }

    private LayerSnapshot snapshot(String name) {
        return fresh.snapshot().layers().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
