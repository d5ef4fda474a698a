package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.GateCapture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.parts.ActivationReader;
import gradientlab.diagnostics.probe.Recurrence.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Reads gates and δ over time of a recurrent layer by replaying it.
 *
 * <p>A bidirectional layer becomes three: {@code name/forward} and {@code name/backward}, each with its own weights under
 * their usual names, and {@code name}, where both are joined. What is replayed is compared with what the layer put out;
 * where they differ by more than {@value #TOLERANCE}, nothing is said of gates and time. Only the first
 * {@value #COMPARED} steps of a direction are compared where it can be seen by itself: a layer that explodes over time
 * makes the rounding of the first steps as large as its output.
 */
record RecurrentReader(Recurrence recurrence, Formats formats) {

    /** Of the greatest output, or of 1: float32 over hundreds of steps differs by less. */
    private static final double TOLERANCE = 1e-3;

    private static final int COMPARED = 5;

    /**
     * The captures of a layer.
     *
     * @param plain the layer as seen from outside
     * @param passage what passed through the recurrent layer itself
     * @param parameters by DL4J's names
     */
    List<LayerCapture> read(LayerCapture plain, Passage passage, Map<String, INDArray> parameters) {
        DataType type = parameters.values().iterator().next().dataType();
        INDArray input = formats.channelsFirst(passage.input()).castTo(type);
        List<Replay> replays = new ArrayList<>();
        for (Direction direction : recurrence.directions()) {
            RecurrentCell cell = recurrence.cell(direction, parameters);
            replays.add(new Replay(cell, input, passage.mask(), passage.counted(), direction.backward()));
        }
        List<INDArray> outputs = replays.stream().map(Replay::output).toList();
        boolean understood = understood(outputs, formats.channelsFirst(passage.output()));
        if (understood && passage.epsilon() != null) {
            INDArray epsilon = formats.channelsFirst(passage.epsilon()).castTo(type);
            for (int i = 0; i < replays.size(); i++) {
                replays.get(i).back(epsilonOf(i, epsilon, outputs));
            }
        }
        return captures(plain, replays, understood);
    }

    private List<LayerCapture> captures(LayerCapture plain, List<Replay> replays, boolean understood) {
        if (!recurrence.bidirectional()) {
            return List.of(understood ? single(plain, replays.get(0)) : plain);
        }
        List<LayerCapture> captures = new ArrayList<>();
        for (int i = 0; i < replays.size(); i++) {
            captures.add(part(plain, recurrence.directions().get(i), replays.get(i), understood));
        }
        captures.add(new LayerCapture(
                plain.name(),
                plain.kind(),
                plain.nonlinearity(),
                plain.preActivation(),
                plain.activation(),
                plain.delta(),
                List.of()));
        return captures;
    }

    /** What it hands up stays as it was seen from outside: of a last time step that one step. */
    private LayerCapture single(LayerCapture plain, Replay replay) {
        return capture(plain.name(), plain.kind(), plain.activation(), plain.parameters(), replay);
    }

    private LayerCapture part(LayerCapture plain, Direction direction, Replay replay, boolean understood) {
        String name = plain.name() + direction.suffix();
        String kind = recurrence.cell().getClass().getSimpleName();
        List<ParameterCapture> own = plain.parameters().stream()
                .filter(parameter -> direction.plainName(parameter.name()) != null)
                .map(parameter -> new ParameterCapture(
                        direction.plainName(parameter.name()),
                        parameter.key(),
                        parameter.shape(),
                        parameter.values(),
                        parameter.gradient(),
                        parameter.layout()))
                .toList();
        return understood
                ? capture(name, kind, replay.steps().matrix(replay.outputs(), 1), own, replay)
                : new LayerCapture(name, kind, plain.nonlinearity(), Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, own);
    }

    private LayerCapture capture(
            String name, String kind, Matrix activation, List<ParameterCapture> parameters, Replay replay) {
        Steps steps = replay.steps();
        List<INDArray> deltas = replay.cell().gates().isEmpty() ? replay.cell().deltas() : replay.totals();
        List<GateCapture> gates = replay.cell().gates().stream()
                .map(gate -> new GateCapture(
                        gate.name(),
                        ActivationReader.of(gate.nonlinearity()),
                        steps.matrix(gate.preActivations(), 1),
                        steps.matrix(gate.activations(), 1)))
                .toList();
        return new LayerCapture(
                name,
                kind,
                ActivationReader.of(recurrence.activation()),
                steps.matrix(replay.cell().preActivations(), 1),
                activation,
                steps.matrix(deltas, steps.examples()),
                parameters,
                gates,
                replay.time());
    }

    private INDArray joined(List<INDArray> outputs) {
        if (!recurrence.bidirectional()) {
            return outputs.get(0);
        }
        INDArray forward = outputs.get(0);
        INDArray backward = outputs.get(1);
        return switch (recurrence.mode()) {
            case CONCAT -> Nd4j.concat(1, forward, backward);
            case ADD -> forward.add(backward);
            case MUL -> forward.mul(backward);
            case AVERAGE -> forward.add(backward).muli(0.5);
        };
    }

    /** The part of epsilon that goes into a direction: the derivative of {@link #joined}. */
    private INDArray epsilonOf(int direction, INDArray epsilon, List<INDArray> outputs) {
        if (!recurrence.bidirectional() || recurrence.mode() == Bidirectional.Mode.ADD) {
            return epsilon;
        }
        return switch (recurrence.mode()) {
            case CONCAT -> half(direction, epsilon);
            case MUL -> epsilon.mul(outputs.get(1 - direction));
            default -> epsilon.mul(0.5);
        };
    }

    /** The channels of one direction. */
    private static INDArray half(int direction, INDArray concatenated) {
        long units = concatenated.size(1) / 2;
        return concatenated.get(
                NDArrayIndex.all(),
                NDArrayIndex.interval(direction * units, (direction + 1) * units),
                NDArrayIndex.all());
    }

    private boolean understood(List<INDArray> outputs, INDArray output) {
        INDArray joined = joined(outputs);
        boolean apart = !recurrence.bidirectional() || recurrence.mode() == Bidirectional.Mode.CONCAT;
        if (!joined.equalShapes(output) || !apart) {
            return same(joined, output);
        }
        for (int i = 0; i < outputs.size(); i++) {
            boolean backward = recurrence.directions().get(i).backward();
            INDArray own = recurrence.bidirectional() ? half(i, output) : output;
            if (!same(beginning(outputs.get(i), backward), beginning(own, backward))) {
                return false;
            }
        }
        return true;
    }

    /** The steps that a direction takes first. */
    private static INDArray beginning(INDArray sequence, boolean backward) {
        long steps = sequence.size(2);
        long compared = Math.min(COMPARED, steps);
        long from = backward ? steps - compared : 0;
        return sequence.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, from + compared));
    }

    /** NaN against NaN is the same: a network that breaks is looked into, too. */
    private static boolean same(INDArray replayed, INDArray output) {
        if (!replayed.equalShapes(output)) {
            return false;
        }
        double greatest = Math.max(1, output.amaxNumber().doubleValue());
        double difference =
                replayed.sub(output.castTo(replayed.dataType())).amaxNumber().doubleValue();
        return !(difference > TOLERANCE * greatest);
    }
}
