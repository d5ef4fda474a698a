package gradientlab.session;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.history.Observation;
import java.util.List;
import java.util.Optional;

/**
 * One iteration of a session.
 *
 * @param observation statistics and histograms of every layer, with the update made from this state
 * @param unitMaps which units were saturated on which examples, for layers where that can be told
 */
public record IterationRecord(Observation observation, List<UnitMap> unitMaps) {

    /** Copies the list. */
    public IterationRecord {
        unitMaps = List.copyOf(unitMaps);
    }

    /**
     * One iteration with the map of every layer whose units can be saturated and that hands up an activation for each z.
     *
     * @param capture the arrays that the observation was condensed from
     */
    public static IterationRecord of(Structure structure, Observation observation, Capture capture) {
        return new IterationRecord(
                observation,
                structure.layers().stream()
                        .filter(facts -> facts.unitRules())
                        .map(facts -> capture.layer(facts.name()))
                        .filter(IterationRecord::mapped)
                        .map(UnitMap::of)
                        .toList());
    }

    /** A last time step hands up one row where z has all steps: no activation belongs to most of z. */
    private static boolean mapped(LayerCapture layer) {
        Matrix z = layer.preActivation();
        Matrix a = layer.activation();
        return !z.empty() && z.rows() == a.rows() && z.columns() == a.columns();
    }

    /** Updates made before. */
    public int iteration() {
        return observation.iteration();
    }

    /** The map of a layer; empty where none was made. */
    public Optional<UnitMap> unitMap(String layer) {
        return unitMaps.stream().filter(map -> map.layer().equals(layer)).findFirst();
    }
}
