package gradientlab.diagnostics.remedy;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The count of updates a model keeps. */
public final class IterationCount {

    private IterationCount() {}

    /** Updates that either kind of network has made. */
    public static int of(Model model) {
        return model instanceof ComputationGraph graph
                ? graph.getIterationCount()
                : ((MultiLayerNetwork) model).getIterationCount();
    }
}
