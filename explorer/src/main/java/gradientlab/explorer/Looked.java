package gradientlab.explorer;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Snapshot;
import gradientlab.session.UnitMap;
import gradientlab.ui.explorer.Picture;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network in training looked like after some steps; without the arrays, which would be the larger part.
 *
 * @param net that was asked for
 * @param step steps taken
 * @param snapshot what was measured
 * @param units the saturation map of each hidden layer
 */
record Looked(ExploredNet net, int step, Snapshot snapshot, List<UnitMap> units) {

    static Looked at(ExploredNet net, int step, Capture capture) {
        List<UnitMap> units = IntStream.rangeClosed(1, net.depth())
                .mapToObj(layer -> UnitMap.of(capture.layer(JoinedLayers.nonlinearity(net, layer))))
                .toList();
        return new Looked(net, step, Snapshot.of(capture), units);
    }

    /** As the page draws them; nothing is expected of a network that has been trained. */
    List<Picture.Layer> layers() {
        return JoinedLayers.of(net, snapshot, Collections.nCopies(net.depth() + 1, Picture.LayerTheory.NONE));
    }

    /** One of its layers; throws {@link java.util.NoSuchElementException} as {@link Inside} does. */
    Inside inside(int layer) {
        return new Inside(net, snapshot, number -> units.get(number - 1), layer);
    }
}
