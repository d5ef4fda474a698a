package gradientlab.explorer;

import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.Statistics;
import gradientlab.ui.explorer.Picture;
import java.util.ArrayList;
import java.util.List;

/** The layers of a network as the page draws them: an affine map, its normalisation and its nonlinearity are one. */
final class JoinedLayers {

    private static final String WEIGHTS = "W";
    static final String OUTPUT = "output";
    private static final Statistics NOTHING = Statistics.of(new float[0]);

    private final ExploredNet net;
    private final Snapshot snapshot;

    private JoinedLayers(ExploredNet net, Snapshot snapshot) {
        this.net = net;
        this.snapshot = snapshot;
    }

    /** @param theory of each hidden layer and the output layer */
    static List<Picture.Layer> of(ExploredNet net, Snapshot snapshot, List<Picture.LayerTheory> theory) {
        JoinedLayers joined = new JoinedLayers(net, snapshot);
        List<Picture.Layer> layers = new ArrayList<>();
        for (int number = 1; number <= net.depth(); number++) {
            layers.add(joined.hidden(number, theory.get(number - 1)));
        }
        layers.add(joined.output(theory.get(net.depth())));
        return layers;
    }

    static String affine(int number) {
        return "hidden-" + number;
    }

    static String nonlinearity(ExploredNet net, int number) {
        return net.spec().activation().label() + "-" + number;
    }

    private Picture.Layer hidden(int number, Picture.LayerTheory theory) {
        LayerSnapshot affine = layer(affine(number));
        LayerSnapshot nonlinearity = layer(nonlinearity(net, number));
        return new Picture.Layer(
                String.valueOf(number),
                affine.name(),
                nonlinearity.name(),
                affine.units(),
                layer(signal(net, number)).activation().statistics(),
                nonlinearity.activation().statistics(),
                layer(gradient(net, number)).delta().statistics(),
                gradient(affine),
                nonlinearity.saturatedShare(),
                nonlinearity.deadUnitShare(),
                theory);
    }

    /** Whose output is z: the affine map's, with a skip that of the sum that the branch is added to. */
    private static String signal(ExploredNet net, int number) {
        return net.skip() == Skip.NONE || number == 1 ? affine(number) : "skip-" + number;
    }

    /** Whose δ is shown: the nonlinearity's, with a skip that of the sum, which the skip carries on. */
    static String gradient(ExploredNet net, int number) {
        return net.skip() == Skip.NONE ? nonlinearity(net, number) : signal(net, number);
    }

    private Picture.Layer output(Picture.LayerTheory theory) {
        LayerSnapshot output = layer(OUTPUT);
        return new Picture.Layer(
                OUTPUT,
                OUTPUT,
                "",
                output.units(),
                output.preActivation().statistics(),
                output.activation().statistics(),
                output.delta().statistics(),
                gradient(output),
                Double.NaN,
                Double.NaN,
                theory);
    }

    private static Statistics gradient(LayerSnapshot layer) {
        return layer.parameters().stream()
                .filter(parameter -> parameter.name().equals(WEIGHTS))
                .map(ParameterSnapshot::gradient)
                .map(distribution -> distribution.statistics())
                .findFirst()
                .orElse(NOTHING);
    }

    private LayerSnapshot layer(String name) {
        return snapshot.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The network has no layer '" + name + "'."));
    }
}
