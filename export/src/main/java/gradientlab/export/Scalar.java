package gradientlab.export;

import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.Statistics;
import gradientlab.session.IterationCurve;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionRecording;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One number at one iteration.
 *
 * @param iteration updates made before
 * @param name what it is, and after a slash the layer, if it is of one: {@code std of delta/hidden-1}
 * @param value as it was measured: NaN and the infinities stay what they are
 */
record Scalar(int iteration, String name, double value) {

    /**
     * The losses, and of every layer what its curves on the dashboard show; what could not be told is left out: a std of a
     * single value, a share of saturated values without limits of saturation, an update that was not made yet.
     */
    static Stream<Scalar> of(SessionRecording session) {
        return Stream.of(
                        of("loss", session.course().loss()),
                        of("test loss", session.course().testLoss()),
                        Measurement.of(session).flatMap(Scalar::of),
                        session.moments().stream().flatMap(Scalar::of))
                .flatMap(scalars -> scalars);
    }

    private static Stream<Scalar> of(String name, IterationCurve curve) {
        return IntStream.range(0, curve.size())
                .mapToObj(i -> new Scalar(
                        curve.iterations().get(i), name, curve.values().get(i)));
    }

    private static Stream<Scalar> of(Measurement measurement) {
        Statistics statistics = measurement.values().statistics();
        String of = " of " + measurement.quantity() + "/" + measurement.layer();
        long notFinite = statistics.total() - statistics.count();
        Stream<Scalar> std = Stream.of(new Scalar(measurement.iteration(), "std" + of, statistics.std()))
                .filter(scalar -> statistics.count() > 1);
        return notFinite == 0
                ? std
                : Stream.concat(std, Stream.of(new Scalar(measurement.iteration(), "not finite" + of, notFinite)));
    }

    private static Stream<Scalar> of(IterationRecord moment) {
        return moment.observation().snapshot().layers().stream()
                .flatMap(layer -> Stream.concat(
                        shares(moment.iteration(), layer),
                        layer.parameters().stream()
                                .map(parameter -> ratio(moment.iteration(), layer.name(), parameter))))
                .filter(scalar -> !Double.isNaN(scalar.value()));
    }

    private static Stream<Scalar> shares(int iteration, LayerSnapshot layer) {
        return Stream.of(
                new Scalar(iteration, "saturated share/" + layer.name(), layer.saturatedShare()),
                new Scalar(iteration, "dead unit share/" + layer.name(), layer.deadUnitShare()));
    }

    private static Scalar ratio(int iteration, String layer, ParameterSnapshot parameter) {
        return new Scalar(
                iteration, "log10 update to " + parameter.name() + " ratio/" + layer, parameter.log10UpdateRatio());
    }
}
