package gradientlab.explorer;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.Snapshot;
import gradientlab.session.UnitMap;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** One layer of a network, value by value. */
final class Inside {

    private static final String WEIGHTS = "W";

    private final ExploredNet net;
    private final Snapshot measured;
    private final IntFunction<UnitMap> maps;
    private final int layer;

    /**
     * A layer of a network that was measured.
     *
     * @param maps the saturation map of a hidden layer, counted from 1
     * @param layer counted from 1; the one after the hidden layers is the output layer
     * @throws NoSuchElementException with a sentence if there is none
     */
    Inside(ExploredNet net, Snapshot measured, IntFunction<UnitMap> maps, int layer) {
        int depth = net.depth();
        if (layer < 1 || layer > depth + 1) {
            throw new NoSuchElementException("The net has the hidden layers 1 to " + depth + " and the output layer "
                    + (depth + 1) + ", but no layer " + layer + ".");
        }
        this.net = net;
        this.measured = measured;
        this.maps = maps;
        this.layer = layer;
    }

    /** A layer of a fresh network. */
    static Inside of(FreshNet fresh, int layer) {
        ExploredNet net = fresh.asked();
        return new Inside(
                net,
                fresh.snapshot(),
                number -> UnitMap.of(fresh.look().capture().layer(JoinedLayers.nonlinearity(net, number))),
                layer);
    }

    private boolean isOutput() {
        return layer > net.depth();
    }

    /** Throws {@link NoSuchElementException} for a layer of which it cannot be told. */
    UnitMap units() {
        if (isOutput()) {
            throw new NoSuchElementException(
                    "The output layer has no map of its units: softmax does not saturate one by one.");
        }
        return maps.apply(layer);
    }

    Distribution histogram(String quantity) {
        LayerSnapshot affine = snapshot(isOutput() ? JoinedLayers.OUTPUT : JoinedLayers.affine(layer));
        LayerSnapshot nonlinearity = isOutput() ? affine : snapshot(JoinedLayers.nonlinearity(net, layer));
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
        return measured.layers().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
