package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.change.Remedy.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.activations.Activation;

/**
 * Makes the change of a {@link Remedy} in a network.
 *
 * <p>Parameters and nonlinearities can be changed in a network that is built: {@link Kind#SCALE_WEIGHTS},
 * {@link Kind#BREAK_SYMMETRY}, {@link Kind#SCALE_RECURRENT_WEIGHTS}, {@link Kind#ZERO_BIAS}, {@link Kind#SET_FORGET_BIAS},
 * {@link Kind#LOWER_DECAY}, {@link Kind#CHANGE_ACTIVATION}, {@link Kind#CHANGE_OUTPUT}. The other kinds are about data,
 * layers that are not there, or the training; they change nothing here.
 *
 * <p>"To know a new change of a network, edit one place": {@link #rows()}.
 */
public final class Remedies {

    private static final Map<Kind, Row> ROWS = rows();

    /** Changes one layer; false where it does not have what is to be changed. */
    private interface Change {
        boolean of(NamedLayer layer, Remedy remedy);
    }

    /** @param possible whether the remedy says everything that the change needs */
    private record Row(Predicate<Remedy> possible, Change change) {}

    private Remedies() {}

    private static Map<Kind, Row> rows() {
        Map<Kind, Row> rows = new EnumMap<>(Kind.class);
        rows.put(Kind.SCALE_WEIGHTS, row(Remedies::scale, "std"));
        rows.put(Kind.BREAK_SYMMETRY, row((layer, to) -> layer.weights(to.number("std")), "std"));
        rows.put(Kind.SCALE_RECURRENT_WEIGHTS, row((layer, to) -> layer.recurrentWeights(to.number("std")), "std"));
        rows.put(Kind.ZERO_BIAS, row((layer, to) -> layer.bias(0)));
        rows.put(Kind.SET_FORGET_BIAS, row((layer, to) -> layer.forgetBias(to.number("bias")), "bias"));
        rows.put(Kind.LOWER_DECAY, row((layer, to) -> layer.decay(to.number("decay")), "decay"));
        rows.put(
                Kind.CHANGE_ACTIVATION,
                new Row(
                        to -> activation(to).isPresent(),
                        (layer, to) -> activation(to).filter(layer::activation).isPresent()));
        rows.put(
                Kind.CHANGE_OUTPUT,
                new Row(
                        to -> activation(to).filter(NamedLayer::hasLoss).isPresent(),
                        (layer, to) -> activation(to).filter(layer::output).isPresent()));
        return rows;
    }

    private static Row row(Change change, String... needed) {
        Predicate<Remedy> known = to -> Arrays.stream(needed).allMatch(name -> Double.isFinite(to.number(name)));
        return new Row(known, change);
    }

    /** Whether a network that is built can be changed so, and the remedy says everything that this needs. */
    public static boolean applicable(Remedy remedy) {
        Row row = ROWS.get(remedy.kind());
        return row != null && remedy.all().stream().allMatch(row.possible);
    }

    /**
     * Changes a {@code MultiLayerNetwork} or a {@code ComputationGraph} in place, in every layer that the remedy names.
     *
     * <p>Weights are drawn with numbers that follow from the seed of the network and the name of the layer alone.
     *
     * @return whether every one of these layers was there and was changed; when the remedy is not {@link #applicable}
     *     false, and nothing is changed
     */
    public static boolean apply(Remedy remedy, Model network) {
        if (!applicable(remedy)) {
            return false;
        }
        Change change = ROWS.get(remedy.kind()).change;
        boolean all = true;
        for (Remedy each : remedy.all()) {
            all &= NamedLayer.of(network, each.layer())
                    .filter(layer -> change.of(layer, each))
                    .isPresent();
        }
        return all;
    }

    private static boolean scale(NamedLayer layer, Remedy remedy) {
        boolean drawn = layer.weights(remedy.number("std"));
        layer.bias(0);
        return drawn;
    }

    private static Optional<Activation> activation(Remedy remedy) {
        String name = remedy.activation().replace("_", "");
        return Arrays.stream(Activation.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
