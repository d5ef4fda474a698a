package gradientlab.experiments.lesson;

import gradientlab.lab.Experiment;
import gradientlab.lab.Took;
import gradientlab.language.Catalogue;
import java.util.List;
import java.util.Map;

/** The parts of the lecture in its order. */
public final class Lessons {

    /** Every experiment; the command line, the report and the tests take theirs from here. */
    public static final List<Experiment<?>> ALL = List.of(
            new InitialLoss(),
            new LogitScale(),
            new FreshLogits(),
            new ActivationFunctions(),
            new TanhSaturation(),
            new MatrixProduct(),
            new GainAndFan(),
            new TorchLinear(),
            new BetterStill(),
            new GradientFlow(),
            new BatchNorm(),
            new SingleExample());

    /** What each once took. */
    static final Map<String, Took> TOOK = Map.ofEntries(
            Map.entry("initial-loss", new Took(3.8, 4.7)),
            Map.entry("logit-scale", new Took(0.5, 0.7)),
            Map.entry("fresh-logits", new Took(0.5, 0.9)),
            Map.entry("activation-functions", new Took(0.1, 0.1)),
            Map.entry("tanh-saturation", new Took(0.3, 0.2)),
            Map.entry("matrix-product", new Took(0.3, 0.3)),
            Map.entry("gain-and-fan", new Took(2.1, 2.6)),
            Map.entry("torch-linear", new Took(0.4, 0.7)),
            Map.entry("better-still", new Took(4.6, 11.5)),
            Map.entry("gradient-flow", new Took(4.7, 10.5)),
            Map.entry("batch-norm", new Took(1.3, 3.2)),
            Map.entry("single-example", new Took(1.9, 2.4)));

    /** The sentences of their sections. */
    static final Catalogue WORDS = Catalogue.of(Lessons.class, "lesson");

    private Lessons() {}
}
