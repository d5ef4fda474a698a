package gradientlab.diagnostics.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A recurrent layer that can be replayed: an LSTM, Graves' LSTM or a simple layer, in one direction or two.
 *
 * <p>Not a simple layer with a layer norm inside, and no class derived from these. (DL4J 1.0.0-M2.1 has no GRU.)
 *
 * @param cell configuration of one direction
 * @param directions one, or forward and backward
 * @param mode how two directions become one output; null for one
 */
@SuppressWarnings("deprecation") // old networks have the LSTMs of Graves
record Recurrence(BaseRecurrentLayer cell, List<Direction> directions, Bidirectional.Mode mode) {

    /**
     * One direction.
     *
     * @param suffix what the name of its part of the layer ends in
     * @param backward whether it begins with the last step
     * @param names DL4J's names of W, RW and b
     */
    record Direction(String suffix, boolean backward, List<String> names) {

        /** W, RW or b for DL4J's name; null for a parameter of another direction. */
        String plainName(String name) {
            int index = names.indexOf(name);
            return index < 0 ? null : ONLY.names().get(index);
        }
    }

    private static final Direction ONLY = new Direction("", false, List.of("W", "RW", "b"));
    private static final List<Direction> BOTH = List.of(
            new Direction("/forward", false, List.of("fW", "fRW", "fb")),
            new Direction("/backward", true, List.of("bW", "bRW", "bb")));
    private static final List<Direction> GRAVES_BOTH = List.of(
            new Direction("/forward", false, List.of("WF", "RWF", "bF")),
            new Direction("/backward", true, List.of("WB", "RWB", "bB")));

    /** Empty for a layer that is not recurrent or cannot be replayed. */
    static Optional<Recurrence> of(Layer layer) {
        if (layer instanceof Bidirectional both) {
            return cell(both.getFwd()).map(cell -> new Recurrence(cell, BOTH, both.getMode()));
        } else if (layer.getClass() == GravesBidirectionalLSTM.class) {
            return Optional.of(new Recurrence((BaseRecurrentLayer) layer, GRAVES_BOTH, Bidirectional.Mode.ADD));
        }
        return cell(layer).map(cell -> new Recurrence(cell, List.of(ONLY), null));
    }

    /** Two directions and their junction, and not one layer. */
    boolean bidirectional() {
        return mode != null;
    }

    IActivation activation() {
        return cell.getActivationFn();
    }

    /** A cell with the parameters of a direction, by DL4J's names. */
    RecurrentCell cell(Direction direction, Map<String, INDArray> parameters) {
        INDArray w = parameters.get(direction.names().get(0));
        INDArray rw = parameters.get(direction.names().get(1));
        INDArray b = parameters.get(direction.names().get(2));
        if (cell instanceof SimpleRnn) {
            return new SimpleCell(w, rw, b, activation());
        }
        IActivation gates = cell instanceof AbstractLSTM lstm
                ? lstm.getGateActivationFn()
                : ((GravesBidirectionalLSTM) cell).getGateActivationFn();
        return new LstmCell(w, rw, b, activation(), gates);
    }

    private static Optional<BaseRecurrentLayer> cell(Layer layer) {
        boolean lstm = layer.getClass() == LSTM.class || layer.getClass() == GravesLSTM.class;
        boolean simple = layer.getClass() == SimpleRnn.class && !((SimpleRnn) layer).isHasLayerNorm();
        return lstm || simple ? Optional.of((BaseRecurrentLayer) layer) : Optional.empty();
    }
}
