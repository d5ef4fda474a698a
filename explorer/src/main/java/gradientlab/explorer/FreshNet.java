package gradientlab.explorer;

import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.Preflight;
import gradientlab.engine.probe.Probes;
import gradientlab.model.ResidualSpec;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.dataset.DataSet;

/**
 * A network before its first step, measured on the batch of that step and judged.
 *
 * @param asked what was asked for
 * @param batch of the first step
 * @param parameters how many it has
 * @param look what was measured
 * @param findings causes first
 */
record FreshNet(ExploredNet asked, DataSet batch, long parameters, Preflight.Look look, List<Finding> findings) {

    static FreshNet of(ExploredNet asked, Data data) {
        DataSet batch = data.batches(asked).next();
        Model model = build(asked, batch);
        Preflight.Look look = Preflight.look(model, batch, Probes::of);
        return new FreshNet(
                asked, batch, model.numParams(), look, List.copyOf(Judge.judge(look.history(), Limits.DEFAULT)));
    }

    /** The network with its first parameters: the same bits each time. */
    static Model build(ExploredNet asked, DataSet batch) {
        return asked.skip() == Skip.NONE
                ? asked.spec().toNetwork(batch.getFeatures())
                : new ResidualSpec(asked.spec(), asked.skip().scaling()).toGraph();
    }

    Snapshot snapshot() {
        return look.history().observations().get(0).snapshot();
    }
}
