package gradientlab.ui.explorer;

import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.judge.Finding;
import java.util.List;
import java.util.Map;

/**
 * A fresh network on a batch.
 *
 * @param settings every setting with its value
 * @param title a short name
 * @param command the command line that makes the same network
 * @param loss mean loss of the batch
 * @param chanceLoss ln C, the loss of a network that knows nothing
 * @param parameters how many it has
 * @param examples of the batch
 * @param layers hidden layers from the input on, then the output layer
 * @param theory what mean field theory says of the whole network
 * @param findings causes first
 * @param verdict which layer, why, and what to do, in a sentence or two
 * @param milliseconds that it took
 */
public record Picture(
        Map<String, String> settings,
        String title,
        String command,
        double loss,
        double chanceLoss,
        long parameters,
        int examples,
        List<Layer> layers,
        Theory theory,
        List<Found> findings,
        String verdict,
        double milliseconds) {

    /**
     * One layer: an affine map, its normalisation if any, and its nonlinearity, joined.
     *
     * @param name the number of a hidden layer, or {@code output}
     * @param affine the layer of the weights in the network
     * @param nonlinearity the layer of the nonlinearity in the network; empty of the output layer
     * @param units how many
     * @param z pre-activation: what the affine map gives; in a residual network the sum with the skip
     * @param a what the nonlinearity gives
     * @param delta ∂L/∂(what enters the nonlinearity); in a residual network ∂L/∂(that sum)
     * @param gradient ∂L/∂W
     * @param saturatedShare of the activations
     * @param deadUnitShare of the units
     * @param theory what is expected of it
     */
    public record Layer(
            String name,
            String affine,
            String nonlinearity,
            int units,
            Statistics z,
            Statistics a,
            Statistics delta,
            Statistics gradient,
            double saturatedShare,
            double deadUnitShare,
            LayerTheory theory) {}

    /**
     * Standard deviations that mean field theory expects of a layer; NaN where it says nothing.
     *
     * @param zLow a single draw's spread at this width: one standard deviation below
     */
    public record LayerTheory(
            double z,
            double a,
            double delta,
            double gradient,
            double zLow,
            double zHigh,
            double deltaLow,
            double deltaHigh) {

        /** Where nothing is said. */
        public static final LayerTheory NONE = new LayerTheory(
                Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * What the theory says in words.
     *
     * @param says empty where it says nothing
     * @param why what it cannot say, and why; may be empty
     */
    public record Theory(String says, String why) {}

    /**
     * A finding.
     *
     * @param tried what became of its remedy; empty where that was not asked for or could not be tried
     * @param apply the settings that its remedy changes; null where no setting does what it asks for
     */
    public record Found(Finding finding, String tried, Apply apply) {}

    /**
     * The change that a remedy makes.
     *
     * @param text in words
     * @param settings that change
     */
    public record Apply(String text, Map<String, String> settings) {}

    /** Copies lists and map. */
    public Picture {
        settings = Map.copyOf(settings);
        layers = List.copyOf(layers);
        findings = List.copyOf(findings);
    }
}
