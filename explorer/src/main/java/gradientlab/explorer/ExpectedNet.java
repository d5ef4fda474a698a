package gradientlab.explorer;

import gradientlab.language.Words;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpTheory;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.ResidualSpec;
import gradientlab.theory.LayerTheory;
import gradientlab.theory.NetTheory;
import gradientlab.ui.explorer.Picture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What mean field theory expects of a fresh network.
 *
 * <p>The theory says by what δ is multiplied from layer to layer; where it begins, at the last hidden layer, is measured.
 *
 * @param layers the hidden layers and the output layer
 * @param words what it says of the whole network
 */
record ExpectedNet(List<Picture.LayerTheory> layers, Picture.Theory words) {

    static ExpectedNet of(FreshNet fresh, Words spoken) {
        ExploredNet net = fresh.asked();
        Optional<NetTheory> theory = theory(net, new InputSizes(fresh.batch()));
        if (theory.isEmpty()) {
            return new ExpectedNet(
                    Collections.nCopies(net.depth() + 1, Picture.LayerTheory.NONE), TheoryWords.ofCopies(spoken));
        }
        List<LayerTheory> layers = theory.get().layers();
        List<Double> factors = theory.get().deltaFactor();
        double last = deltaOfLastLayer(fresh);
        double[] deltas = deltas(factors, layers.size(), last);
        List<Picture.LayerTheory> drawn = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            drawn.add(drawn(layers.get(l), deltas[l]));
        }
        drawn.add(output(net.spec(), layers.get(layers.size() - 1)));
        return new ExpectedNet(drawn, TheoryWords.of(net, factors, spoken));
    }

    private static Optional<NetTheory> theory(ExploredNet net, InputSizes inputs) {
        int batch = net.plan().batchSize();
        if (net.skip() != Skip.NONE) {
            return MlpTheory.of(new ResidualSpec(net.spec(), net.skip().scaling()), inputs.meanSquare(), batch);
        }
        // A normalisation makes the examples, or what they differ by, of one size; and with groups in the place of
        // examples the theory would be that of a smaller batch.
        return net.spec().normalisation() == Normalisation.NONE
                ? MlpTheory.of(net.spec(), inputs.groups())
                : MlpTheory.of(net.spec(), inputs.meanSquare(), batch);
    }

    private static double deltaOfLastLayer(FreshNet fresh) {
        String last = JoinedLayers.gradient(fresh.asked(), fresh.asked().depth());
        return fresh.snapshot().layers().stream()
                .filter(layer -> layer.name().equals(last))
                .mapToDouble(layer -> layer.delta().statistics().std())
                .findFirst()
                .orElseThrow();
    }

    /** From the last layer down; NaN below the last where the theory says nothing of δ. */
    private static double[] deltas(List<Double> factors, int count, double last) {
        double[] deltas = new double[count];
        deltas[count - 1] = last;
        for (int l = count - 2; l >= 0; l--) {
            deltas[l] = factors.isEmpty() ? Double.NaN : deltas[l + 1] * factors.get(l);
        }
        return deltas;
    }

    private static Picture.LayerTheory drawn(LayerTheory layer, double delta) {
        double z = layer.preActivationStd();
        double zSpread = orNaN(layer.preActivationSpread());
        double deltaSpread = orNaN(layer.deltaSpread());
        // What the weights' gradient is depends on how alike the examples of the batch are: nothing is said of it.
        return new Picture.LayerTheory(
                z,
                layer.activationStd(),
                delta,
                Double.NaN,
                z / (1 + zSpread),
                z * (1 + zSpread),
                delta / (1 + deltaSpread),
                delta * (1 + deltaSpread));
    }

    /** The logits of a plain or normalised net; a norm after the nonlinearity gives them values of mean square 1. */
    private static Picture.LayerTheory output(MlpSpec spec, LayerTheory last) {
        boolean after = spec.normalisation() != Normalisation.NONE && spec.normPosition() == NormPosition.AFTER;
        double weights = spec.initialisation().outputWeights().expectedStd(last.units(), spec.classes(), 1);
        double bias = spec.initialisation().outputBias().expectedStd(last.units(), spec.classes(), 1);
        double meanSquare = after ? 1 : last.activationMeanSquare();
        double z = Math.sqrt(last.units() * Math.pow(weights * spec.outputScale(), 2) * meanSquare + bias * bias);
        return new Picture.LayerTheory(
                z, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
