package gradientlab.experiments.summary;

import gradientlab.lab.Experiment;
import gradientlab.language.Catalogue;
import java.util.List;

/** The experiments on the summary's promises, in its order. */
public final class Summary {

    /** Every one; the command line, the report and the tests take theirs from here. */
    public static final List<Experiment<?>> ALL = List.of(
            new DeadReluStep(),
            new SmallNetsForgive(),
            new DeeperIsWorse(),
            new ResidualNets(),
            new NormalisationLayers(),
            new BetterOptimisers(),
            new BatchNormInference());

    /** The sentences of their sections. */
    static final Catalogue WORDS = Catalogue.of(Summary.class, "summary");

    private Summary() {}
}
