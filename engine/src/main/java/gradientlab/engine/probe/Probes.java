package gradientlab.engine.probe;

import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.diagnostics.probe.StructureReader;
import gradientlab.engine.DirectPass;
import gradientlab.engine.Engine;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Who measures networks, by who trains them. */
public final class Probes {

    private Probes() {}

    /**
     * The fastest probe there is: {@link DirectProbe} where it covers the network, {@link NetworkProbe} elsewhere.
     *
     * @throws IllegalStateException when the network is not initialised
     * @throws IllegalArgumentException when its last layer is no output layer
     */
    public static Probe of(MultiLayerNetwork network) {
        return direct(network).orElseGet(() -> NetworkProbe.of(network));
    }

    private static Optional<Probe> direct(MultiLayerNetwork network) {
        if (!network.isInitCalled()) {
            return Optional.empty();
        }
        Structure structure = StructureReader.of(network);
        // A pass does not go on to the data, which would be the place of the δ of a nonlinearity that comes first.
        boolean beginsWithNonlinearity = structure.layers().get(0).role() == Role.ACTIVATION;
        return beginsWithNonlinearity
                ? Optional.empty()
                : DirectPass.of(network).map(pass -> new DirectProbe(network, pass, structure));
    }

    /** {@link #of}; under the engine {@link Engine#DL4J} nothing but DL4J computes, so always {@link NetworkProbe}. */
    public static Probe.Maker under(Engine engine) {
        return engine == Engine.DL4J ? NetworkProbe::of : Probes::of;
    }
}
