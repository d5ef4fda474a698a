package gradientlab.ui.web;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.UnitState;
import gradientlab.session.IterationRecord;
import gradientlab.session.UnitMap;
import java.util.List;
import java.util.stream.IntStream;

/** The saturation map of a layer, its bytes as base64; see {@code http-api.md}. */
record UnitsAnswer(
        String layer,
        int iteration,
        int examples,
        int units,
        ActivationFunction nonlinearity,
        double scale,
        byte[] level,
        byte[] state,
        List<Integer> deadUnits) {

    static UnitsAnswer of(Recorded session, String layer, int iteration) {
        LayerFacts facts = session.layer(layer);
        IterationRecord moment = session.at(iteration);
        UnitMap map = moment.unitMap(layer)
                .orElseThrow(() -> Refusal.notThere("The layer " + Refusal.quoted(layer)
                        + " has no map of its units: it is not hidden, or its nonlinearity never saturates."));
        List<UnitState> states = moment.observation().layer(layer).states();
        return new UnitsAnswer(
                layer,
                iteration,
                map.examples(),
                map.units(),
                facts.nonlinearity(),
                map.scale(),
                map.levels(),
                map.states(),
                IntStream.range(0, states.size())
                        .filter(unit -> states.get(unit) == UnitState.DEAD)
                        .boxed()
                        .toList());
    }
}
