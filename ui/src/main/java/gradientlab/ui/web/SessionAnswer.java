package gradientlab.ui.web;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.session.Course;
import gradientlab.session.IterationCurve;
import gradientlab.session.IterationRecord;
import java.util.List;
import java.util.Optional;

/**
 * What there is to choose from in a session, and its curves; see {@code http-api.md}.
 *
 * @param seconds when the iterations were stored, since the first; empty where it is not known
 */
record SessionAnswer(
        String id,
        String started,
        int batchSize,
        int kept,
        List<Layer> layers,
        List<Integer> iterations,
        List<Double> seconds,
        int stepsPerEpoch,
        IterationCurve loss,
        IterationCurve testLoss) {

    /** One layer; units 0 and no parameters before the first iteration was recorded. */
    record Layer(
            String name,
            String kind,
            Role role,
            ActivationFunction nonlinearity,
            int units,
            List<String> parameters,
            boolean unitMap) {

        static Layer of(LayerFacts facts, Optional<IterationRecord> newest) {
            Optional<LayerSnapshot> measured =
                    newest.flatMap(moment -> moment.observation().measured(facts.name()));
            return new Layer(
                    facts.name(),
                    facts.kind(),
                    facts.role(),
                    facts.nonlinearity(),
                    measured.map(LayerSnapshot::units).orElse(0),
                    measured.map(LayerSnapshot::parameters).orElse(List.of()).stream()
                            .map(ParameterSnapshot::name)
                            .toList(),
                    newest.flatMap(moment -> moment.unitMap(facts.name())).isPresent());
        }
    }

    static SessionAnswer of(Recorded session) {
        Optional<IterationRecord> newest = session.newest();
        Course course = session.course();
        return new SessionAnswer(
                session.id(),
                session.facts().started(),
                session.facts().batchSize(),
                session.archive().kept(),
                session.facts().structure().layers().stream()
                        .map(facts -> Layer.of(facts, newest))
                        .toList(),
                session.iterations(),
                session.seconds(),
                course.stepsPerEpoch(),
                course.loss(),
                course.testLoss());
    }
}
