package gradientlab.ui.web;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.history.UnitLife;
import gradientlab.diagnostics.history.UnitLives;
import gradientlab.diagnostics.history.UnitLives.Change;
import gradientlab.session.IterationRecord;
import java.util.List;

/** What became of every unit of a layer; see {@code http-api.md}. */
record LivesAnswer(String layer, int latest, List<Unit> units) {

    /** One unit. */
    record Unit(int unit, boolean revived, List<Change> changes) {
        static Unit of(UnitLife life) {
            return new Unit(life.unit(), life.revived(), life.changes());
        }
    }

    static LivesAnswer of(Recorded session, String layer) {
        LayerFacts facts = session.layer(layer);
        List<Observation> observations =
                session.moments().stream().map(IterationRecord::observation).toList();
        var history = new History(new Structure(List.of(facts)), observations, 0, List.of(), List.of());
        return new LivesAnswer(
                layer,
                observations.isEmpty()
                        ? -1
                        : observations.get(observations.size() - 1).iteration(),
                UnitLives.of(history).stream().map(Unit::of).toList());
    }
}
