package gradientlab.diagnostics.facts;

import java.util.List;

/**
 * How a layer is trained.
 *
 * @param name name of the layer or vertex
 * @param kind simple name of the DL4J configuration class, such as DenseLayer
 * @param parameters number of parameters; 0 for a layer that learns nothing
 * @param weights names of the parameters that are weights, such as W
 * @param frozen whether none of its parameters is updated: frozen as such, or with updaters that change nothing
 * @param updater updater of its weights; of its first parameter where it has no weights
 * @param penalty regularisation of its weights
 * @param dropout noise on the layer's <em>input</em>, which is where DL4J applies it
 * @param weightNoise noise on its weights, such as DropConnect
 * @param clipping what is done to its gradient before the updater
 * @param normDecay share of the running statistics that a batch norm keeps at each step; NaN for other layers
 */
public record LayerTraining(
        String name,
        String kind,
        long parameters,
        List<String> weights,
        boolean frozen,
        UpdaterFacts updater,
        Penalty penalty,
        Noise dropout,
        Noise weightNoise,
        Clipping clipping,
        double normDecay) {

    /** Copies the list. */
    public LayerTraining {
        weights = List.copyOf(weights);
    }

    /** A layer whose configuration cannot be read. */
    public static LayerTraining unknown(String name, String kind, long parameters) {
        return new LayerTraining(
                name,
                kind,
                parameters,
                List.of(),
                false,
                UpdaterFacts.UNKNOWN,
                Penalty.NONE,
                Noise.NONE,
                Noise.NONE,
                Clipping.NONE,
                Double.NaN);
    }
}
