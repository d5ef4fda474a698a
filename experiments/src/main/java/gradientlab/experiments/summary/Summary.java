package gradientlab.experiments.summary;

import gradientlab.lab.Experiment;
import gradientlab.lab.Took;
import gradientlab.language.Catalogue;
import java.util.List;
import java.util.Map;

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

    /** What each once took. */
    static final Map<String, Took> TOOK = Map.ofEntries(
            Map.entry("dead-relu-step", new Took(12.7, 52.8)),
            Map.entry("small-nets-forgive", new Took(2.1, 77.8)),
            Map.entry("deeper-is-worse", new Took(5.6, 121.8)),
            Map.entry("residual-nets", new Took(4.9, 57.2)),
            Map.entry("normalisation-layers", new Took(7.5, 39.4)),
            Map.entry("better-optimisers", new Took(3.3, 38.1)),
            Map.entry("batch-norm-inference", new Took(2.1, 2.8)));

    /** The sentences of their sections. */
    static final Catalogue WORDS = Catalogue.of(Summary.class, "summary");

    private Summary() {}
}
