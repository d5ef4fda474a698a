package gradientlab.export;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.session.SessionRecording;
import java.util.stream.Stream;

/**
 * The values of one quantity of one layer at one iteration.
 *
 * @param iteration updates made before
 * @param layer name of the layer
 * @param quantity {@code pre-activation}, {@code activation}, {@code delta}, or a parameter's name with {@code values},
 *     {@code gradient} or {@code update}
 * @param values statistics and histogram; those of δ are of the mean loss of the batch
 */
public record Measurement(int iteration, String layer, String quantity, Distribution values) {

    /** All that was recorded, by iteration, then by layer; quantities without a value are left out. */
    public static Stream<Measurement> of(SessionRecording session) {
        return session.moments().stream()
                .flatMap(moment -> moment.observation().snapshot().layers().stream()
                        .flatMap(layer -> of(moment.iteration(), layer)))
                .filter(measurement -> measurement.values().statistics().total() > 0);
    }

    private static Stream<Measurement> of(int iteration, LayerSnapshot layer) {
        return Stream.concat(
                Stream.of(
                        new Measurement(iteration, layer.name(), "pre-activation", layer.preActivation()),
                        new Measurement(iteration, layer.name(), "activation", layer.activation()),
                        new Measurement(iteration, layer.name(), "delta", layer.delta())),
                layer.parameters().stream().flatMap(parameter -> of(iteration, layer.name(), parameter)));
    }

    private static Stream<Measurement> of(int iteration, String layer, ParameterSnapshot parameter) {
        return Stream.of(
                new Measurement(iteration, layer, parameter.name() + " values", parameter.values()),
                new Measurement(iteration, layer, parameter.name() + " gradient", parameter.gradient()),
                new Measurement(iteration, layer, parameter.name() + " update", parameter.update()));
    }
}
